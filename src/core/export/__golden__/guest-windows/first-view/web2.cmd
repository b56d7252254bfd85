@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem Guest configuration of web2 for Azure Load Balancer floating IP, written by Floatpath.
rem Apply, as administrator: web2.cmd    Check: web2.cmd check    Undo: web2.cmd undo
rem Running it again changes nothing. Undo takes away all it writes; the PowerShell script remembers what was there before.
rem Note: web2: the adapter “Loopback site-a” must be there first: add “Microsoft KM-TEST Loopback Adapter” as legacy hardware and give it this name.
if /i "%~1"=="check" goto check
if /i "%~1"=="undo" goto undo

netsh interface ipv4 show addresses "Loopback site-a" | findstr /r /c:" 10\.0\.0\.100$" /c:" 10\.0\.0\.100 " >nul || netsh interface ipv4 add address name="Loopback site-a" address=10.0.0.100 mask=255.255.255.255 skipassource=true
netsh interface ipv4 show addresses "Loopback site-a" | findstr /r /c:" 10\.0\.0\.101$" /c:" 10\.0\.0\.101 " >nul || netsh interface ipv4 add address name="Loopback site-a" address=10.0.0.101 mask=255.255.255.255 skipassource=true
netsh interface ipv4 set interface "Ethernet" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback site-a" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback site-a" weakhostsend=enabled
netsh advfirewall firewall show rule name="Floatpath TCP 443" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 443" dir=in action=allow protocol=TCP localport=443
netsh advfirewall firewall show rule name="Floatpath TCP 8080" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 8080" dir=in action=allow protocol=TCP localport=8080
exit /b 0

:check
echo Must print 10.0.0.100:
netsh interface ipv4 show addresses "Loopback site-a"
echo Must print 10.0.0.101:
netsh interface ipv4 show addresses "Loopback site-a"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Ethernet"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Loopback site-a"
echo Must print weakhostsend as enabled:
netsh interface ipv4 show interface "Loopback site-a"
echo Must print the rule Floatpath TCP 443:
netsh advfirewall firewall show rule name="Floatpath TCP 443"
echo Must print the rule Floatpath TCP 8080:
netsh advfirewall firewall show rule name="Floatpath TCP 8080"
echo Must print a line of a service on Tcp port 443:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:443  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:443  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 8080:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:8080  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:8080  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
exit /b 0

:undo
netsh advfirewall firewall delete rule name="Floatpath TCP 8080"
netsh advfirewall firewall delete rule name="Floatpath TCP 443"
netsh interface ipv4 set interface "Loopback site-a" weakhostsend=disabled
netsh interface ipv4 set interface "Loopback site-a" weakhostreceive=disabled
netsh interface ipv4 set interface "Ethernet" weakhostreceive=disabled
netsh interface ipv4 delete address name="Loopback site-a" address=10.0.0.101
netsh interface ipv4 delete address name="Loopback site-a" address=10.0.0.100
exit /b 0
