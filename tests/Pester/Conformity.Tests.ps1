# What belongs to every command. The same is held by tests that need no PowerShell; here it is asked as a reviewer would.

BeforeDiscovery {
    . $PSScriptRoot/Module.ps1
    $all = foreach ($command in $commands) { @{ Name = $command.Name } }
}

BeforeAll {
    . $PSScriptRoot/Module.ps1
    $sources = Get-ChildItem (Join-Path $root 'tests') -Recurse -Include *.cs, *.Tests.ps1 | Where-Object FullName -notmatch '[\\/](obj|bin)[\\/]' | Get-Content -Raw | Out-String
}

Describe '<Name>' -ForEach $all {
    It 'has a source file and a test' {
        Join-Path $root "src/PeeringTools/Commands/$($Name -replace '-')Command.cs" | Should -Exist
        $sources.Contains($Name) | Should -BeTrue
    }

    It 'has an approved verb and a singular noun' {
        $command = Get-Command $Name
        (Get-Verb $command.Verb) | Should -Not -BeNullOrEmpty
        $command.Noun | Should -Match '^(Expired)?Peering(\w*[^s])?$'
    }
}

Describe 'Scripts' {
    BeforeAll {
        $scripts = Get-ChildItem $root -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -notmatch '[\\/](obj|bin|out|node_modules)[\\/]'
    }

    It 'parse in this PowerShell' {
        foreach ($file in $scripts) {
            $errors = $null
            $null = [Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty -Because $file.FullName
        }
    }

    It 'say nothing that Windows PowerShell 5.1 cannot read' {
        foreach ($file in $scripts) {
            $tokens = $null
            $script = [Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $tokens, [ref] $null)
            $newer = @($tokens | Where-Object Kind -in 'AndAnd', 'OrOr', 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket') +
                @($script.FindAll({ $args[0] -is [Management.Automation.Language.PipelineAst] -and $args[0].Background }, $true))
            $newer | Should -BeNullOrEmpty -Because $file.FullName
        }
    }
}

if (Get-Module PSScriptAnalyzer -ListAvailable) {
    Describe 'PSScriptAnalyzer' {
        It 'has no finding' {
            $findings = foreach ($path in 'build.ps1', 'PeeringTools.psd1', 'src/Module', 'samples') {
                Invoke-ScriptAnalyzer -Path (Join-Path $root $path) -Recurse -Severity Warning, Error
            }
            $findings | Out-String | Should -BeNullOrEmpty
        }
    }
}

Describe 'build.ps1' {
    It 'hands MSBuild its arguments whole: <Task>' -ForEach @(
        @{ Task = 'Build'; Expected = 'build --nologo --configuration Debug' }
        @{ Task = 'Package'; Expected = 'build src/Module -target:Package --nologo --configuration Release' }
    ) {
        # A function comes before a program of its name.
        function dotnet { $args -join ' '; $global:LASTEXITCODE = 0 }

        & (Join-Path $root build.ps1) $Task | Should -BeExactly $Expected
    }
}
