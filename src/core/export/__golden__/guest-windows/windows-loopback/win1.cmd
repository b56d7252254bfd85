@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem Guest configuration of win1 for Azure Load Balancer floating IP, written by Floatpath.
rem Apply, as administrator: win1.cmd    Check: win1.cmd check    Undo: win1.cmd undo
rem Running it again changes nothing. Undo takes away all it writes; the PowerShell script remembers what was there before.
rem Note: win1: the adapter “Loopback” must be there first: add “Microsoft KM-TEST Loopback Adapter” as legacy hardware and give it this name.
if /i "%~1"=="check" goto check
if /i "%~1"=="undo" goto undo

netsh interface ipv4 show addresses "Loopback" | findstr /r /c:" 10\.0\.0\.100$" /c:" 10\.0\.0\.100 " >nul || netsh interface ipv4 add address name="Loopback" address=10.0.0.100 mask=255.255.255.255 skipassource=true
netsh interface ipv4 set interface "Ethernet" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback" weakhostsend=enabled
netsh advfirewall firewall show rule name="Floatpath TCP 80" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 80" dir=in action=allow protocol=TCP localport=80
netsh advfirewall firewall show rule name="Floatpath TCP 8080" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 8080" dir=in action=allow protocol=TCP localport=8080
exit /b 0

:check
echo Must print 10.0.0.100:
netsh interface ipv4 show addresses "Loopback"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Ethernet"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Loopback"
echo Must print weakhostsend as enabled:
netsh interface ipv4 show interface "Loopback"
echo Must print the rule Floatpath TCP 80:
netsh advfirewall firewall show rule name="Floatpath TCP 80"
echo Must print the rule Floatpath TCP 8080:
netsh advfirewall firewall show rule name="Floatpath TCP 8080"
echo Must print a line of a service on Tcp port 80:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:80  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:80  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 8080:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:8080  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:8080  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
exit /b 0

:undo
netsh advfirewall firewall delete rule name="Floatpath TCP 8080"
netsh advfirewall firewall delete rule name="Floatpath TCP 80"
netsh interface ipv4 set interface "Loopback" weakhostsend=disabled
netsh interface ipv4 set interface "Loopback" weakhostreceive=disabled
netsh interface ipv4 set interface "Ethernet" weakhostreceive=disabled
netsh interface ipv4 delete address name="Loopback" address=10.0.0.100
exit /b 0
