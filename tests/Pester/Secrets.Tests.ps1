# Tokens are shown nowhere: not by verbose and debug output, not by errors, not in a transcript.

BeforeAll { . $PSScriptRoot/Module.ps1 }

Describe 'A transcript' {
    It 'has no token, whatever is switched on' {
        $claims = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('{"tid":"t","oid":"o","exp":4102444800}')).TrimEnd('=')
        $token = Join-Path $TestDrive token.txt
        Set-Content $token "eyJhbGciOiJub25lIn0.$claims.very-secret"
        $transcript = Join-Path $TestDrive transcript.txt

        # Nobody listens at the port, so the sign-in fails with everything it has to say.
        $null = Start-Child @"
`$VerbosePreference = `$DebugPreference = `$InformationPreference = 'Continue'
Start-Transcript '$transcript'
Import-Module '$manifest'
Connect-PeeringAccount -AccessToken ([Net.NetworkCredential]::new('', (Get-Content '$token')).SecurePassword) -Endpoint https://127.0.0.1:9
`$Error | Format-List * -Force
Start-PeeringLab
Get-PeeringPair | Set-PeeringPair -AllowForwardedTraffic Both
Test-PeeringHealth | Format-List *
Test-PeeringPath 10.1.0.4 10.0.2.4 -Live | Format-List *
Export-PeeringReport '$(Join-Path $TestDrive report.html)' -PassThru | Format-List *
Export-PeeringInventory '$(Join-Path $TestDrive inventory.json)' -PassThru | Format-List *
Get-PeeringAccount | Format-List *
(Get-PeeringLab).Requests | Format-List *
Stop-Transcript
"@
        $text = (Get-Content $transcript -Raw), (Get-Content (Join-Path $TestDrive 'report.html'), (Join-Path $TestDrive 'inventory.json*') -Raw) | Out-String
        $text | Should -Match 'EndpointUnreachable'
        $text | Should -Match 'LAB'
        $text | Should -Not -Match 'very-secret'
        $text | Should -Not -Match 'Bearer \w'
    }
}
