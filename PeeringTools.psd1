@{
    RootModule             = 'lib/PeeringTools.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '0c7cc2c1-9703-49f8-b397-186917224696'
    Author                 = 'The PeeringTools authors'
    CompanyName            = 'The PeeringTools authors'
    Copyright              = '(c) The PeeringTools authors. MIT licence.'
    Description            = 'Azure virtual network peerings as pairs: create, read, change, synchronise, repair, test, document, expire and remove both sides as one object, on Azure or on a built-in stand-in.'

    # PowerShell 7.4 or newer, or Windows PowerShell 5.1. PowerShell 6 to 7.3 is refused by the root module, in words.
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')

    TypesToProcess         = @('lib/PeeringTools.Types.ps1xml')
    FormatsToProcess       = @('lib/PeeringTools.Format.ps1xml')

    CmdletsToExport        = @(
        'Compare-PeeringInventory'
        'Connect-PeeringAccount'
        'Disconnect-PeeringAccount'
        'Export-PeeringDiagram'
        'Export-PeeringInventory'
        'Export-PeeringReport'
        'Find-PeeringAddressPrefix'
        'Get-PeeringAccount'
        'Get-PeeringHealthRule'
        'Get-PeeringLab'
        'Get-PeeringPair'
        'Get-PeeringRoute'
        'Get-PeeringTopology'
        'Import-PeeringInventory'
        'Invoke-PeeringLabRequest'
        'Measure-PeeringImpact'
        'New-PeeringPair'
        'Remove-ExpiredPeering'
        'Remove-PeeringPair'
        'Repair-PeeringPair'
        'Set-PeeringLab'
        'Set-PeeringPair'
        'Start-PeeringLab'
        'Stop-PeeringLab'
        'Sync-PeeringPair'
        'Test-PeeringHealth'
        'Test-PeeringPath'
        'Test-PeeringPolicy'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('Azure', 'VNet', 'Peering', 'VirtualNetwork', 'Network', 'ARM', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md in the module folder.'
            # No ProjectUri before the project has a public address: a wrong one would be worse than none.
        }
    }
}
