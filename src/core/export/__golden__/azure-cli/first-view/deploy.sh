#!/usr/bin/env bash
# Floatpath: Two TLS sites on one port
# Note: What is inside a guest is not part of Azure; see the formats for guests: “web1”, “web2”, “web1-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “Loopback site-a”, “Loopback site-b”, “Loopback site-a”.
# Note: Listeners are not part of Azure: “IIS”, “Health page”, “IIS” and 1 more.
# Note: Clients are not created: “app-tier”.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name vnet-web \
  --location "$LOCATION" \
  --address-prefixes 10.0.0.0/16 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name vnet-web \
  --name snet-web \
  --address-prefixes 10.0.0.0/24 \
  --output none

az network lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb-web \
  --location "$LOCATION" \
  --sku Standard \
  --frontend-ip-name site-a \
  --vnet-name vnet-web \
  --subnet snet-web \
  --private-ip-address 10.0.0.100 \
  --backend-pool-name web-pool \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-web \
  --name site-b \
  --vnet-name vnet-web \
  --subnet snet-web \
  --private-ip-address 10.0.0.101 \
  --private-ip-address-version IPv4 \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-web \
  --name health \
  --protocol Tcp \
  --port 8080 \
  --interval 5 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-web \
  --name https-a \
  --frontend-ip site-a \
  --backend-pool-name web-pool \
  --probe health \
  --protocol Tcp \
  --frontend-port 443 \
  --backend-port 443 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat false \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb-web \
  --name https-b \
  --frontend-ip site-b \
  --backend-pool-name web-pool \
  --probe health \
  --protocol Tcp \
  --frontend-port 443 \
  --backend-port 443 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat false \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name web1-nic \
  --location "$LOCATION" \
  --vnet-name vnet-web \
  --subnet snet-web \
  --private-ip-address 10.0.0.4 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name web1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb-web \
  --address-pool web-pool \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name web2-nic \
  --location "$LOCATION" \
  --vnet-name vnet-web \
  --subnet snet-web \
  --private-ip-address 10.0.0.5 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name web2-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb-web \
  --address-pool web-pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name web1 \
  --location "$LOCATION" \
  --nics web1-nic \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name web1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name web2 \
  --location "$LOCATION" \
  --nics web2-nic \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name web2 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
