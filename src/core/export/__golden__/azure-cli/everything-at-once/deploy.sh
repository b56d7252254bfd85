#!/usr/bin/env bash
# Floatpath: Everything at once
# Note: “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine-with-a-long-name”: Azure does not take its name, or it is taken.
# Note: “second six” (ipConfiguration/lin-2) is called “second-six”: Azure does not take its name, or it is taken.
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: “Windows machine with a long name” (virtualMachine/win) stands for the scale set vmss-web; it is written as a single machine.
# Note: In its guest, “Windows machine with a long name” (virtualMachine/win) is called “Windows-machine”.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “lin”, “Windows machine with a long name”, “nic-lin-a” and 2 more.
# Note: Loopback adapters are not part of Azure: “Loopback web”, “lo”.
# Note: Listeners are not part of Azure: “https”, “web”.
# Note: Who holds the address of a frontend is not part of Azure: “inside”, “cluster”.
# Note: Clients are not created: “home”.
# Note: Private Link services are not written: the diagram does not hold the subnet that they need: “pls-web”.
# Note: These commands do not set, on the load balancer lb-gateway: tunnelInterfaces.
# Note: These commands do not set, on the load balancer lb-main: noHealthyBackendsBehavior, enableConnectionTracking, syncMode.
# Note: Azure CLI calls the first IP configuration of nic-win ipconfig1, not primary.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"
SUBSCRIPTION="$(az account show --query id --output tsv)"

az network public-ip prefix create \
  --resource-group "$RESOURCE_GROUP" \
  --name ippre-out \
  --location "$LOCATION" \
  --length 30 \
  --version IPv4 \
  --output none

az network public-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --name pip-web \
  --location "$LOCATION" \
  --sku Standard \
  --tier Regional \
  --version IPv4 \
  --allocation-method Static \
  --zone 1 2 3 \
  --output none

az network public-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --name pip-nat \
  --location "$LOCATION" \
  --sku Standard \
  --tier Regional \
  --version IPv4 \
  --allocation-method Static \
  --output none

az network public-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --name pip-world \
  --location "$LOCATION" \
  --sku Standard \
  --tier Global \
  --version IPv4 \
  --allocation-method Static \
  --output none

az network nsg create \
  --resource-group "$RESOURCE_GROUP" \
  --name nsg-web \
  --location "$LOCATION" \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg-web \
  --name allow-web \
  --priority 100 \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes Internet \
  --source-port-ranges '*' \
  --destination-address-prefixes 20.2.0.1 10.1.0.0/24 \
  --destination-port-ranges 80 443 8000-8100 \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg-web \
  --name deny-out \
  --priority 4000 \
  --direction Outbound \
  --access Deny \
  --protocol '*' \
  --source-address-prefixes '*' \
  --source-port-ranges '*' \
  --destination-address-prefixes 192.0.2.0/24 \
  --destination-port-ranges '*' \
  --output none

az network route-table create \
  --resource-group "$RESOURCE_GROUP" \
  --name rt-spoke \
  --location "$LOCATION" \
  --output none

az network route-table route create \
  --resource-group "$RESOURCE_GROUP" \
  --route-table-name rt-spoke \
  --name by-appliance \
  --address-prefix 10.9.0.0/16 \
  --next-hop-type VirtualAppliance \
  --next-hop-ip-address 10.1.0.50 \
  --output none

az network route-table route create \
  --resource-group "$RESOURCE_GROUP" \
  --route-table-name rt-spoke \
  --name nowhere \
  --address-prefix 192.0.2.0/24 \
  --next-hop-type None \
  --output none

az network nat gateway create \
  --resource-group "$RESOURCE_GROUP" \
  --name nat-out \
  --location "$LOCATION" \
  --public-ip-addresses pip-nat \
  --public-ip-prefixes ippre-out \
  --output none

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name vnet-hub \
  --location "$LOCATION" \
  --address-prefixes 10.0.0.0/16 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name vnet-hub \
  --name snet-hub \
  --address-prefixes 10.0.0.0/24 \
  --output none

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name vnet-spoke \
  --location "$LOCATION" \
  --address-prefixes 10.1.0.0/16 fd00:1::/48 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name vnet-spoke \
  --name snet-web \
  --address-prefixes 10.1.0.0/24 fd00:1:0:1::/64 \
  --network-security-group nsg-web \
  --route-table rt-spoke \
  --nat-gateway nat-out \
  --default-outbound-access false \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-vnet-spoke \
  --vnet-name vnet-hub \
  --remote-vnet vnet-spoke \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-vnet-hub \
  --vnet-name vnet-spoke \
  --remote-vnet vnet-hub \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb-gateway \
  --location "$LOCATION" \
  --sku Gateway \
  --frontend-ip-name inspection \
  --vnet-name vnet-hub \
  --subnet snet-hub \
  --private-ip-address 10.0.0.10 \
  --backend-pool-name pool-internal \
  --output none

az network lb address-pool create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-gateway \
  --name pool-external \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-gateway \
  --name inspect \
  --frontend-ip inspection \
  --backend-pools-name pool-internal pool-external \
  --protocol All \
  --frontend-port 0 \
  --backend-port 0 \
  --floating-ip false \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat false \
  --output none

az network lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb-main \
  --location "$LOCATION" \
  --sku Standard \
  --frontend-ip-name web \
  --public-ip-address pip-web \
  --backend-pool-name nics \
  --output none

az network lb frontend-ip update \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name web \
  --public-ip-address pip-web \
  --gateway-lb "/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.Network/loadBalancers/lb-gateway/frontendIPConfigurations/inspection" \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name out \
  --public-ip-prefix ippre-out \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name inside \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address 10.1.0.100 \
  --private-ip-address-version IPv4 \
  --zone 2 \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name cluster \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address 10.1.0.101 \
  --private-ip-address-version IPv4 \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name six \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address-version IPv6 \
  --output none

az network lb address-pool create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name addresses \
  --output none

az network lb address-pool address add \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --pool-name addresses \
  --name one \
  --ip-address 10.1.0.20 \
  --vnet vnet-spoke \
  --admin-state Down \
  --output none

az network lb address-pool address add \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --pool-name addresses \
  --name two \
  --ip-address 10.1.0.21 \
  --vnet vnet-spoke \
  --subnet snet-web \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name tcp \
  --protocol Tcp \
  --port 9000 \
  --interval 5 \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name http \
  --protocol Http \
  --port 8080 \
  --path '/ready?full=1' \
  --interval 10 \
  --probe-threshold 2 \
  --number-of-probes 3 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name web \
  --frontend-ip web \
  --backend-pool-name nics \
  --probe http \
  --protocol Tcp \
  --frontend-port 443 \
  --backend-port 443 \
  --floating-ip true \
  --load-distribution SourceIPProtocol \
  --idle-timeout 15 \
  --enable-tcp-reset true \
  --disable-outbound-snat true \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name udp \
  --frontend-ip inside \
  --backend-pool-name addresses \
  --probe tcp \
  --protocol Udp \
  --frontend-port 53 \
  --backend-port 5353 \
  --floating-ip false \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat false \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name cluster \
  --frontend-ip cluster \
  --backend-pool-name nics \
  --probe tcp \
  --protocol Tcp \
  --frontend-port 1433 \
  --backend-port 1433 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat false \
  --output none

az network lb inbound-nat-rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name ssh-lin \
  --frontend-ip web \
  --protocol Tcp \
  --frontend-port 2222 \
  --backend-port 22 \
  --floating-ip false \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --output none

az network lb inbound-nat-rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name rdp-all \
  --frontend-ip web \
  --backend-address-pool nics \
  --protocol Tcp \
  --frontend-port-range-start 50000 \
  --frontend-port-range-end 50009 \
  --backend-port 3389 \
  --floating-ip false \
  --idle-timeout 6 \
  --enable-tcp-reset true \
  --output none

az network lb inbound-nat-pool create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name natpool \
  --frontend-ip web \
  --protocol Tcp \
  --frontend-port-range-start 51000 \
  --frontend-port-range-end 51009 \
  --backend-port 22 \
  --floating-ip false \
  --output none

az network lb outbound-rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-main \
  --name out \
  --frontend-ip-configs out web \
  --address-pool nics \
  --protocol All \
  --outbound-ports 1024 \
  --idle-timeout 10 \
  --enable-tcp-reset true \
  --output none

az network cross-region-lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb-world \
  --location "$LOCATION" \
  --frontend-ip-name world \
  --public-ip-address pip-world \
  --backend-pool-name regions \
  --output none

az network cross-region-lb address-pool address add \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-world \
  --pool-name regions \
  --name region-one \
  --frontend-ip "/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.Network/loadBalancers/lb-main/frontendIPConfigurations/web" \
  --output none

az network cross-region-lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-world \
  --name world \
  --frontend-ip world \
  --backend-pool-name regions \
  --protocol Tcp \
  --frontend-port 443 \
  --backend-port 443 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name nic-lin-a \
  --location "$LOCATION" \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address 10.1.0.4 \
  --private-ip-address-version IPv4 \
  --network-security-group nsg-web \
  --ip-forwarding true \
  --output none

az network nic ip-config create \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nic-lin-a \
  --name second-six \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address-version IPv6 \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nic-lin-a \
  --ip-config-name ipconfig1 \
  --lb-name lb-main \
  --address-pool nics \
  --output none

az network nic ip-config inbound-nat-rule add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nic-lin-a \
  --ip-config-name ipconfig1 \
  --lb-name lb-main \
  --inbound-nat-rule ssh-lin \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name nic-lin-b \
  --location "$LOCATION" \
  --vnet-name vnet-hub \
  --subnet snet-hub \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name nic-win \
  --location "$LOCATION" \
  --vnet-name vnet-spoke \
  --subnet snet-web \
  --private-ip-address 10.1.0.5 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nic-win \
  --ip-config-name ipconfig1 \
  --lb-name lb-main \
  --address-pool nics \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name lin \
  --location "$LOCATION" \
  --zone 1 \
  --nics nic-lin-a nic-lin-b \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name lin \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name Windows-machine-with-a-long-name \
  --location "$LOCATION" \
  --nics nic-win \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name Windows-machine \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
