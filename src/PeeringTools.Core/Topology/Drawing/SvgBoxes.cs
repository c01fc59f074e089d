namespace PeeringTools.Topology;

/// <summary>Draws networks: the outline says the role, the badges what stands in them.</summary>
internal sealed class SvgBoxes(SvgShapes shapes)
{
    private const int Inset = 12;

    /// <summary>Bold letters of 13 pixels are as wide as plain ones of 15.</summary>
    private const int NameSize = 15;

    public void Draw(DiagramFrame frame) => shapes.Group("frame", () =>
    {
        shapes.Title(DrawnText.Of(frame.Label));
        shapes.Rect("", frame.X, frame.Y, frame.Width, frame.Height, 6);
        shapes.Text("", frame.X + 8, frame.Y + 15, frame.Label, frame.Width - 12);
    });

    public void Draw(DiagramBox box) => shapes.Group(
        "box " + ClassesOf(box.Node),
        () =>
        {
            shapes.Title(DrawnText.Of(NodeWords.Describe(box.Node)));
            Outline(box);
            int room = box.Width - (2 * Inset);
            int line = box.Height / 3;
            shapes.Text("name", box.X + Inset, box.Y + line, TextFit.CutMiddle(DrawnText.Of(box.Node.Name), room, NameSize));
            shapes.Text("small", box.X + Inset, box.Y + line + 14, NodeWords.Space(box.Node), room, 10);
            int x = Badges(box, box.X + Inset);
            shapes.Text("small", x, box.Bottom - 10, box.Node.Location ?? "", box.Right - Inset - x, 10);
        },
        ("data-network", DrawnText.Of(box.Node.VirtualNetworkId)));

    /// <summary>Marks a network's role, and whether it can be seen.</summary>
    public static string ClassesOf(PeeringTopologyNode node) =>
        RoleOf(node.Role) + (node.IsGone ? " gone" : node.IsVisible ? "" : " hidden");

    private static string RoleOf(PeeringTopologyRole role) => role switch
    {
        PeeringTopologyRole.Hub => "hub",
        PeeringTopologyRole.Spoke => "spoke",
        PeeringTopologyRole.Bridge => "bridge",
        PeeringTopologyRole.MeshMember => "mesh",
        _ => "isolated",
    };

    private void Outline(DiagramBox box)
    {
        int radius = box.Node.Role switch
        {
            PeeringTopologyRole.Hub => 12,
            PeeringTopologyRole.Bridge => box.Height / 2,
            PeeringTopologyRole.MeshMember => 0,
            _ => 6,
        };
        shapes.Rect("outer", box.X, box.Y, box.Width, box.Height, radius);
        if (box.Node.Role == PeeringTopologyRole.Hub) shapes.Rect("inner", box.X + 4, box.Y + 4, box.Width - 8, box.Height - 8, 9);
    }

    private int Badges(DiagramBox box, int x)
    {
        foreach (string badge in NodeWords.Badges(box.Node))
        {
            int width = TextFit.Measure(badge, 9) + 8;
            shapes.Group("badge", () =>
            {
                shapes.Rect("", x, box.Bottom - 20, width, 13, 3);
                shapes.Text("", x + 4, box.Bottom - 10, badge);
            });
            x += width + 4;
        }

        return x;
    }
}
