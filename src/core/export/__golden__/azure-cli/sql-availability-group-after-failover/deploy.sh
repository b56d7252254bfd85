#!/usr/bin/env bash
# Floatpath: SQL Server availability group after a failover
# Note: What is inside a guest is not part of Azure; see the formats for guests: “sql1”, “sql2”, “sql1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-1433”, “service-59999”, “service-58888” and 1 more.
# Note: Who holds the address of a frontend is not part of Azure: “listener”, “cluster”.
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
  --frontend-ip-name listener \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.10 \
  --backend-pool-name pool \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name cluster \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.11 \
  --private-ip-address-version IPv4 \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name listener \
  --protocol Tcp \
  --port 59999 \
  --interval 5 \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name cluster \
  --protocol Tcp \
  --port 58888 \
  --interval 5 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name listener \
  --frontend-ip listener \
  --backend-pool-name pool \
  --probe listener \
  --protocol Tcp \
  --frontend-port 1433 \
  --backend-port 1433 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name cluster \
  --frontend-ip cluster \
  --backend-pool-name pool \
  --probe cluster \
  --protocol Tcp \
  --frontend-port 58888 \
  --backend-port 58888 \
  --floating-ip true \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name sql1-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.7 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name sql1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name sql2-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.8 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name sql2-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name sql1 \
  --location "$LOCATION" \
  --nics sql1-nic \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name sql1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name sql2 \
  --location "$LOCATION" \
  --nics sql2-nic \
  --image MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition-core:latest \
  --size Standard_B2s \
  --computer-name sql2 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
