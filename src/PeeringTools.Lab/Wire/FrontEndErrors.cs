namespace PeeringTools.Lab.Wire;

/// <summary>What Resource Manager's front end refuses before a provider sees the request.</summary>
internal static class FrontEndErrors
{
    public static ArmException SubscriptionNotFound(string id) =>
        ArmError.FrontEnd(404, "SubscriptionNotFound", $"The subscription '{id}' could not be found.").Thrown();

    public static ArmException InvalidSubscriptionId(string id) =>
        ArmError.FrontEnd(400, "InvalidSubscriptionId", $"The provided subscription identifier '{id}' is malformed or invalid.").Thrown();

    public static ArmException GroupNotFound(string name) =>
        ArmError.FrontEnd(404, "ResourceGroupNotFound", $"Resource group '{name}' could not be found.").Thrown();

    public static ArmException GroupBeingDeleted(string name) =>
        ArmError.FrontEnd(409, "ResourceGroupBeingDeleted", $"The resource group '{name}' is in deprovisioning state and cannot perform this operation.").Thrown();

    public static ArmException ResourceNotFound(string typeAndName, string group) =>
        ArmError.FrontEnd(404, "ResourceNotFound",
            $"The Resource '{typeAndName}' under resource group '{group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix").Thrown();

    public static ArmException ParentNotFound(string type, string parent) =>
        ArmError.FrontEnd(404, "ParentResourceNotFound",
            $"Can not perform requested operation on nested resource of type '{type}'. Parent resource '{parent}' not found.").Thrown();

    public static ArmException InvalidResourceName(string name) =>
        ArmError.Provider(400, "InvalidResourceName",
            $"Resource name {name} is invalid. The name can be up to 80 characters long. It must begin with a word character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'.").Thrown();

    public static ArmException MissingApiVersion() =>
        ArmError.FrontEnd(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.").Thrown();

    public static ArmException InvalidApiVersion(string version, IEnumerable<string> supported) =>
        ArmError.FrontEnd(400, "InvalidApiVersionParameter",
            $"The api-version '{version}' is invalid. The supported versions are '{string.Join(",", supported)}'.").Thrown();

    public static ArmException NoRegisteredProvider(string version, string type, IEnumerable<string> supported) =>
        ArmError.FrontEnd(400, "NoRegisteredProviderFound",
            $"No registered resource provider found for API version '{version}' for type '{type}'. The supported api-versions are '{string.Join(", ", supported)}'.").Thrown();

    public static ArmException InvalidType(string ns, string type, string version) =>
        ArmError.FrontEnd(404, "InvalidResourceType", $"The resource type '{type}' could not be found in the namespace '{ns}' for api version '{version}'.").Thrown();

    public static ArmException InvalidNamespace(string ns) =>
        ArmError.FrontEnd(404, "InvalidResourceNamespace", $"The resource namespace '{ns}' is invalid.").Thrown();

    public static ArmException LocationRequired() =>
        ArmError.FrontEnd(400, "LocationRequired", "The location property is required for this definition.").Thrown();

    public static ArmException MethodNotAllowed(string method, string what) =>
        ArmError.FrontEnd(405, "MethodNotAllowed", $"The lab does not serve {method} on {what}.").Thrown();

    public static ArmException InvalidRequestContent(string why) =>
        ArmError.FrontEnd(400, "InvalidRequestContent", $"The request content was invalid and could not be deserialized: '{why}'.").Thrown();

    public static ArmException AuthorizationFailed(LabPrincipal caller, string action, string scope) =>
        ArmError.FrontEnd(403, "AuthorizationFailed",
            $"The client '{caller.Name}' with object id '{caller.Id}' does not have authorization to perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.").Thrown();

    public static ArmException ScopeLocked(string scope, string operation, IEnumerable<string> locks) =>
        ArmError.FrontEnd(409, "ScopeLocked",
            $"The scope '{scope}' cannot perform {operation} operation because following scope(s) are locked: '{string.Join(", ", locks)}'. Please remove the lock and try again.").Thrown();
}
