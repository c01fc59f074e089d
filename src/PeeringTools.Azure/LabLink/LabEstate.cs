using PeeringTools.Files;
using PeeringTools.Lab;

namespace PeeringTools.Azure.LabLink;

/// <summary>Builds the lab a person asked for: one of its own estates, or one read from a file.</summary>
internal static class LabEstate
{
    public static ArmLab Build(Ports.LabRequest request)
    {
        LabOptions options = new() { Pace = request.RealTime ? LabPace.Recorded : LabPace.Instant };
        string source = request.Path ?? request.Estate ?? "HubSpoke";
        try
        {
            ArmLab lab = ArmLab.FromEstate(request.Path is null ? source : "Empty", options, request.Networks);
            if (request.Path is not null)
            {
                using FileStream file = FileFailures.Guard(request.Path, () => File.OpenRead(request.Path));
                lab.LoadResources(file);
            }

            return lab;
        }
        catch (Exception e) when (e is LabEstateException or ArgumentException or IOException)
        {
            throw new PeeringException(
                PeeringError.Of(nameof(Errors.InvalidEstate), null, SafeText.ForMessage(source, 300), SafeText.ForMessage(e.Message)), e);
        }
    }
}
