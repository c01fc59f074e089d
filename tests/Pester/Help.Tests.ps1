# Every command of the module, those to come included: help that is whole, and examples that run as they stand.

BeforeDiscovery {
    . $PSScriptRoot/Module.ps1
    $all = foreach ($command in $commands) { @{ Name = $command.Name } }
    $examples = foreach ($command in $commands) {
        $number = 0
        foreach ($example in (Get-Help $command.Name -Full).examples.example) {
            $number++
            # The attribute of the code says on which estate of the lab it runs; "none" is for what a lab cannot have.
            $estate = if ($example.code.PSObject.Properties['estate']) { $example.code.estate } else { 'HubSpoke' }
            @{ Name = $command.Name; Number = $number; Code = "$($example.code)"; Estate = $estate }
        }
    }
    # Without these the lines below would find nothing to test, and be content.
    if (@($examples).Count -lt 2 * @($commands).Count) { throw 'There are too few examples.' }
    # A job has a session of its own, which finds a module only where it is installed.
    $jobs, $runnable = $examples.Where({ $_.Code -match 'Start-\w*Job' }, 'Split')
    $runnable = $runnable | Where-Object Estate -ne none
}

BeforeAll { . $PSScriptRoot/Module.ps1 }

Describe 'The topics' {
    It 'are found and shown' {
        foreach ($file in Get-ChildItem (Join-Path $root 'en-US') -Filter about_*.help.txt) {
            $name = $file.Name -replace '\.help\.txt$'
            Get-Help $name | Out-String | Should -Match "(?s)TOPIC\s+$name"
        }
    }
}

Describe 'The help of <Name>' -ForEach $all {
    BeforeAll { $help = Get-Help $Name -Full }

    It 'is read from the help file' { $help.PSObject.TypeNames[0] | Should -BeLike 'MamlCommandHelpInfo*' }

    It 'has a synopsis, a description, notes and links' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        foreach ($part in $help.description, $help.alertSet.alert, $help.inputTypes.inputType, $help.returnValues.returnValue) {
            ($part | Out-String).Trim() | Should -Not -BeNullOrEmpty
        }
        @($help.relatedLinks.navigationLink).Count | Should -BeGreaterThan 1
    }

    It 'leads to commands, topics and files that are there' {
        foreach ($link in $help.relatedLinks.navigationLink.linkText) {
            if ($link -like 'docs/*') { Join-Path $root $link | Should -Exist }
            elseif ($link -like 'about_*') { Join-Path $root "en-US/$link.help.txt" | Should -Exist }
            else { $commands.Name | Should -Contain $link }
        }
    }

    It 'shows two examples or more' { @($help.examples.example).Count | Should -BeGreaterOrEqual 2 }

    It 'describes every parameter' {
        $common = [Management.Automation.Cmdlet]::CommonParameters
        foreach ($parameter in (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common }) {
            $described = $help.parameters.parameter | Where-Object name -eq $parameter
            ($described.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$parameter needs words"
        }
    }

    It 'can be shown in each of its forms' {
        foreach ($form in @{}, @{ Detailed = $true }, @{ Full = $true }, @{ Examples = $true }) {
            Get-Help $Name @form | Out-String | Should -Match $Name
        }
    }
}

Describe 'Example <Number> of <Name>' -ForEach $runnable {
    It 'runs on the <Estate> estate without an error' {
        $folder = New-Item (Join-Path $TestDrive "$Name-$Number") -ItemType Directory
        # A session of its own, with a host that says nothing and cannot be asked.
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; Set-Location '$folder'; . '$PSScriptRoot/ExampleLab.ps1' $Estate").Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddScript($Code).AddCommand('Out-String').Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally { $shell.Dispose() }
    }
}

Describe 'Example <Number> of <Name>, with a job' -ForEach $jobs {
    It 'runs on the <Estate> estate of an installed module without an error' {
        $null = Install-Copy (Join-Path $TestDrive Modules)
        $paths = @{ PSModulePath = (Join-Path $TestDrive Modules) + [IO.Path]::PathSeparator + $env:PSModulePath }
        $output = Start-Child ". '$PSScriptRoot/ExampleLab.ps1' $Estate; `$Error.Clear(); $Code | Out-Null; `$Error; 'done'" $paths
        $output | Should -Be done
    }
}
