@{
    RootModule        = 'EmptyModule.psm1'
    ModuleVersion     = '1.0.0'
    GUID              = '8d5c6f0b-8f4e-4b8e-9a52-6d7d0c6f7b11'
    FormatsToProcess  = @('EmptyModule.Format.ps1xml')
    CmdletsToExport   = @('Get-Nothing')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
