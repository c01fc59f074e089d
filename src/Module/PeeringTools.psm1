# Picks the build for this PowerShell. Only commands of the engine itself are used here, no other module's,
# so importing works in hosts that have nothing else and costs no other module's import.

if ($PSVersionTable.PSEdition -ne 'Core') { $framework = 'net472' }
elseif ([version]"$($PSVersionTable.PSVersion.Major).$($PSVersionTable.PSVersion.Minor)" -ge '7.4') { $framework = 'net8.0' }
else { throw "PeeringTools needs PowerShell 7.4 or newer, or Windows PowerShell 5.1; this is PowerShell $($PSVersionTable.PSVersion)." }

$path = [IO.Path]::Combine($PSScriptRoot, $framework, 'PeeringTools.dll')

# A process keeps the first PeeringTools.dll it loads: another one can neither replace it nor join it.
foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
    $name = $assembly.GetName()
    if ($name.Name -eq 'PeeringTools' -and $assembly.Location -ne $path) {
        throw "PeeringTools $($name.Version.ToString(3)) from '$($assembly.Location)' is loaded already and cannot be replaced in a running session: restart the session."
    }
}

$commands = Import-Module -Name $path -PassThru -ErrorAction Stop

# PowerShell 7.6 removes the inner module with this one anyway; elsewhere a left-over one makes the next import export nothing.
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $commands }.GetNewClosure()
