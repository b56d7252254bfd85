@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem Guest configuration of sql2 for Azure Load Balancer floating IP, written by Floatpath.
rem Apply, as administrator: sql2.cmd    Check: sql2.cmd check    Undo: sql2.cmd undo
rem Running it again changes nothing. Undo takes away all it writes; the PowerShell script remembers what was there before.
if /i "%~1"=="check" goto check
if /i "%~1"=="undo" goto undo

netsh advfirewall firewall show rule name="Floatpath TCP 1433" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 1433" dir=in action=allow protocol=TCP localport=1433
netsh advfirewall firewall show rule name="Floatpath TCP 58888" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 58888" dir=in action=allow protocol=TCP localport=58888
netsh advfirewall firewall show rule name="Floatpath TCP 59999" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 59999" dir=in action=allow protocol=TCP localport=59999
exit /b 0

:check
echo Must print the rule Floatpath TCP 1433:
netsh advfirewall firewall show rule name="Floatpath TCP 1433"
echo Must print the rule Floatpath TCP 58888:
netsh advfirewall firewall show rule name="Floatpath TCP 58888"
echo Must print the rule Floatpath TCP 59999:
netsh advfirewall firewall show rule name="Floatpath TCP 59999"
echo Must print a line of a service on Tcp port 1433:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:1433  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:1433  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 58888:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:58888  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:58888  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
exit /b 0

:undo
netsh advfirewall firewall delete rule name="Floatpath TCP 59999"
netsh advfirewall firewall delete rule name="Floatpath TCP 58888"
netsh advfirewall firewall delete rule name="Floatpath TCP 1433"
exit /b 0
