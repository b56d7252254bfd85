#!/usr/bin/env bash
# Floatpath: Windows guest without weak host send
# Note: What is inside a guest is not part of Azure; see the formats for guests: “win1”, “win1-nic”.
# Note: Loopback adapters are not part of Azure: “Loopback”.
# Note: Listeners are not part of Azure: “service-80”, “service-8080”.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name vnet \
  --location "$LOCATION" \
  --address-prefixes 10.0.0.0/16 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name vnet \
  --name snet \
  --address-prefixes 10.0.0.0/24 \
  --output none

az network lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb \
  --location "$LOCATION" \
  --sku Standard \
  --frontend-ip-name app \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.100 \
  --backend-pool-name pool \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name health \
  --protocol Tcp \
  --port 8080 \
  --interval 5 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name http \
  --frontend-ip app \
  --backend-pool-name pool \
  --probe health \
  --protocol Tcp \
  --frontend-port 80 \
  --backend-port 80 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name win1-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.4 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name win1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name win1 \
  --location "$LOCATION" \
  --nics win1-nic \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name win1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
