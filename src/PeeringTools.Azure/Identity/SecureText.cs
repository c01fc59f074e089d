using System.Runtime.InteropServices;
using System.Security;

namespace PeeringTools.Azure.Identity;

/// <summary>Opens a SecureString at the last moment, where the SDK takes nothing but text.</summary>
internal static class SecureText
{
    public static string Reveal(this SecureString secret)
    {
        IntPtr memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(memory, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}
