#!/usr/bin/env bash
# Floatpath: Backend that calls its own frontend
# Note: What is inside a guest is not part of Azure; see the formats for guests: “a”, “b”, “a-nic” and 1 more.
# Note: Loopback adapters are not part of Azure: “lo”, “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-80”.
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
  --frontend-ip-name plain \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.100 \
  --backend-pool-name pool \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name floating \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.101 \
  --private-ip-address-version IPv4 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name plain \
  --frontend-ip plain \
  --backend-pool-name pool \
  --protocol Tcp \
  --frontend-port 80 \
  --backend-port 80 \
  --floating-ip false \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name floating \
  --frontend-ip floating \
  --backend-pool-name pool \
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
  --name a-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.4 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name a-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name b-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.5 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name b-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name a \
  --location "$LOCATION" \
  --nics a-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name a \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name b \
  --location "$LOCATION" \
  --nics b-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name b \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
