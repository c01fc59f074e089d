using System.Management.Automation.Host;

namespace PeeringTools.Shell;

/// <summary>The screen as far as views need it, which is its width. It is not read back or painted.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    private const int UsualWidth = 120;

    /// <summary>Columns of the terminal; 120 where there is none or it does not know its size.</summary>
    public static int Width => !Console.IsOutputRedirected && Console.WindowWidth is > 0 and var columns ? columns : UsualWidth;

    public override Size BufferSize { get => new(Width, 9999); set { } }

    public override Size WindowSize { get => new(Width, 50); set { } }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override string WindowTitle { get; set; } = "PeeringTools";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
    }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new HostException("This shell reads lines, not keys.");

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new HostException("This shell does not read the screen.");

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }
}
