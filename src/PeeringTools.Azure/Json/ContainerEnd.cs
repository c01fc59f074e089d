using System.Runtime.CompilerServices;

namespace PeeringTools.Azure.Json;

/// <summary>
/// Finds where an object or a list ends while its bytes come by. What lies in between is not looked at: it is nine tenths of a large
/// network, and a reader that makes tokens of it takes more than twice as long.
/// </summary>
/// <remarks>
/// One value for one container: it holds what the bytes before said. Copies go their own ways. Compiled at once as well as it can be: in
/// a runbook, whose first reading is its only one, most bytes have gone by before the runtime would get to it.
/// </remarks>
internal struct ContainerEnd
{
    /// <summary>AggressiveOptimization, which .NET Framework has no name for and passes over.</summary>
    private const MethodImplOptions AtOnce = (MethodImplOptions)512;

    private int _open;
    private bool _inText;
    private bool _isEscape;

    /// <param name="bytes">What came after the bytes of the call before; in the first call, what follows the bracket that begins the container.</param>
    /// <param name="passed">How many of them lie before the end; all, where it has not come yet.</param>
    /// <returns>True where the bracket that ends the container is the next byte.</returns>
    [MethodImpl(AtOnce)]
    public bool TryFind(ReadOnlySpan<byte> bytes, out int passed)
    {
        passed = 0;
        if (_inText) this.PassText(bytes, ref passed);
        while (passed < bytes.Length)
        {
            byte one = bytes[passed];
            if (one is (byte)'}' or (byte)']' && _open-- == 0) return true;
            if (one is (byte)'{' or (byte)'[') _open++;
            passed++;
            if (one == (byte)'"') this.PassText(bytes, ref passed);
        }

        return false;
    }

    /// <summary>Behind the quote that ends the text, or behind the last byte.</summary>
    [MethodImpl(AtOnce)]
    private void PassText(ReadOnlySpan<byte> bytes, ref int passed)
    {
        _inText = true;
        while (_inText && passed < bytes.Length)
        {
            if (_isEscape)
            {
                _isEscape = false;
                passed++;
                continue;
            }

            int length = bytes.Slice(passed).IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
            {
                passed = bytes.Length;
                return;
            }

            _isEscape = bytes[passed + length] == (byte)'\\';
            _inText = _isEscape;
            passed += length + 1;
        }
    }
}
