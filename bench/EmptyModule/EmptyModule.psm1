Import-Module -Name ([IO.Path]::Combine($PSScriptRoot, 'EmptyModule.dll')) -ErrorAction Stop
