namespace PeeringTools.Topology;

/// <summary>The looks of an SVG. Classes only, because a page with a strict policy blocks style attributes.</summary>
internal static class SvgStyle
{
    /// <summary>Every rule begins below <c>.peering-diagram</c>, so that it changes nothing in a page that the picture is put into.</summary>
    public const string Css = """

        .peering-diagram{--ink:#1b2733;--soft:#526070;--paper:#fff;--box:#f6f8fa;--edge:#526070;--frame:#8a97a5;--bad:#b3202a;--warn:#8a4b00;--blue:#1c5fb8;--violet:#6a3d9a;--pink:#a1307f;font-family:system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
        .peering-diagram .canvas{fill:var(--paper)}
        .peering-diagram text{fill:var(--ink);font-size:11px}
        .peering-diagram .headline{font-size:20px;font-weight:600}
        .peering-diagram .note,.peering-diagram .small{fill:var(--soft)}
        .peering-diagram .small{font-size:10px}
        .peering-diagram .name{font-size:13px;font-weight:600}
        .peering-diagram .frame rect{fill:none;stroke:var(--frame);stroke-dasharray:1 3}
        .peering-diagram .frame text{fill:var(--soft)}
        .peering-diagram .box rect{fill:var(--box);stroke:var(--edge);stroke-width:1.5}
        .peering-diagram .hub .outer{stroke-width:3}
        .peering-diagram .isolated .outer{stroke-dasharray:2 2}
        .peering-diagram .hidden .outer{stroke-dasharray:6 4}
        .peering-diagram .gone .outer{stroke:var(--bad);stroke-dasharray:6 4}
        .peering-diagram .badge rect{fill:var(--ink);stroke:none}
        .peering-diagram .badge text{fill:var(--paper);font-size:9px;font-weight:600}
        .peering-diagram path{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-linejoin:round}
        .peering-diagram .hit{stroke:transparent;stroke-width:12}
        .peering-diagram .trunk{stroke-width:1.5}
        .peering-diagram .mark{fill:var(--edge);stroke:var(--edge);stroke-width:1}
        .peering-diagram .ring{fill:var(--paper);stroke-width:1.5}
        .peering-diagram .broken path{stroke:var(--bad);stroke-width:2.5;stroke-dasharray:2 4}
        .peering-diagram .broken text{fill:var(--bad);font-weight:600}
        .peering-diagram .degraded path{stroke:var(--warn);stroke-width:2.5;stroke-dasharray:9 3}
        .peering-diagram .degraded text{fill:var(--warn)}
        .peering-diagram .unknown path{stroke:var(--soft);stroke-dasharray:1 5}
        .peering-diagram .expiring path{stroke:var(--warn);stroke-width:2;stroke-dasharray:12 3 2 3}
        .peering-diagram .expiring text{fill:var(--warn)}
        .peering-diagram .bypass path{stroke:var(--pink);stroke-width:3.5}
        .peering-diagram .cross-tenant path{stroke:var(--violet);stroke-width:2;stroke-dasharray:8 3 2 3 2 3}
        .peering-diagram .global path{stroke:var(--blue);stroke-width:2;stroke-dasharray:14 4}
        .peering-diagram .link .mark,.peering-diagram .link .ring{stroke:var(--edge);stroke-width:1;stroke-dasharray:none}
        .peering-diagram .link .mark{fill:var(--edge)}
        @media (prefers-color-scheme:dark){.peering-diagram{--ink:#e8eef4;--soft:#a9b6c3;--paper:#12181f;--box:#1e2831;--edge:#a9b6c3;--frame:#657483;--bad:#ff7b7f;--warn:#f0a848;--blue:#7db4ff;--violet:#c7a3f5;--pink:#f08fd0}}

        """;
}
