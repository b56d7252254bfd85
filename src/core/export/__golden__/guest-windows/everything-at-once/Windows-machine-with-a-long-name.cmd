@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem Guest configuration of Windows machine with a long name for Azure Load Balancer floating IP, written by Floatpath.
rem Apply, as administrator: Windows-machine-with-a-long-name.cmd    Check: Windows-machine-with-a-long-name.cmd check    Undo: Windows-machine-with-a-long-name.cmd undo
rem Running it again changes nothing. Undo takes away all it writes; the PowerShell script remembers what was there before.
rem Note: Windows machine with a long name: world has no address yet, so nothing is written for it.
rem Note: Windows machine with a long name: the adapter “Loopback web” must be there first: add “Microsoft KM-TEST Loopback Adapter” as legacy hardware and give it this name.
if /i "%~1"=="check" goto check
if /i "%~1"=="undo" goto undo

netsh interface ipv4 show addresses "Loopback web" | findstr /r /c:" 20\.2\.0\.1$" /c:" 20\.2\.0\.1 " >nul || netsh interface ipv4 add address name="Loopback web" address=20.2.0.1 mask=255.255.255.255 skipassource=true
netsh interface ipv4 set interface "Ethernet" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback web" weakhostreceive=enabled
netsh interface ipv4 set interface "Loopback web" weakhostsend=enabled
netsh advfirewall firewall show rule name="Floatpath TCP 443" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 443" dir=in action=allow protocol=TCP localport=443
netsh advfirewall firewall show rule name="Floatpath TCP 8080" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 8080" dir=in action=allow protocol=TCP localport=8080
netsh advfirewall firewall show rule name="Floatpath TCP 1433" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 1433" dir=in action=allow protocol=TCP localport=1433
netsh advfirewall firewall show rule name="Floatpath TCP 3389" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 3389" dir=in action=allow protocol=TCP localport=3389
netsh advfirewall firewall show rule name="Floatpath TCP 9000" >nul || netsh advfirewall firewall add rule name="Floatpath TCP 9000" dir=in action=allow protocol=TCP localport=9000
exit /b 0

:check
echo Must print 20.2.0.1:
netsh interface ipv4 show addresses "Loopback web"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Ethernet"
echo Must print weakhostreceive as enabled:
netsh interface ipv4 show interface "Loopback web"
echo Must print weakhostsend as enabled:
netsh interface ipv4 show interface "Loopback web"
echo Must print the rule Floatpath TCP 443:
netsh advfirewall firewall show rule name="Floatpath TCP 443"
echo Must print the rule Floatpath TCP 8080:
netsh advfirewall firewall show rule name="Floatpath TCP 8080"
echo Must print the rule Floatpath TCP 1433:
netsh advfirewall firewall show rule name="Floatpath TCP 1433"
echo Must print the rule Floatpath TCP 3389:
netsh advfirewall firewall show rule name="Floatpath TCP 3389"
echo Must print the rule Floatpath TCP 9000:
netsh advfirewall firewall show rule name="Floatpath TCP 9000"
echo Must print a line of a service on Tcp port 443:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:443  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:443  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 8080:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:8080  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:8080  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 1433:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:1433  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:1433  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
echo Must print a line of a service on Tcp port 3389:
netstat -ano | findstr /r /c:" TCP  *[^ ]*:3389  *0\.0\.0\.0:0 " /c:" TCP  *[^ ]*:3389  *\[::\]:0 " | findstr /v /c:" 127." /c:" [::1]:"
exit /b 0

:undo
netsh advfirewall firewall delete rule name="Floatpath TCP 9000"
netsh advfirewall firewall delete rule name="Floatpath TCP 3389"
netsh advfirewall firewall delete rule name="Floatpath TCP 1433"
netsh advfirewall firewall delete rule name="Floatpath TCP 8080"
netsh advfirewall firewall delete rule name="Floatpath TCP 443"
netsh interface ipv4 set interface "Loopback web" weakhostsend=disabled
netsh interface ipv4 set interface "Loopback web" weakhostreceive=disabled
netsh interface ipv4 set interface "Ethernet" weakhostreceive=disabled
netsh interface ipv4 delete address name="Loopback web" address=20.2.0.1
exit /b 0
