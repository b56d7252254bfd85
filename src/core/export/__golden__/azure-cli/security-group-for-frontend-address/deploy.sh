#!/usr/bin/env bash
# Floatpath: Security group that allows the frontend address
# Note: What is inside a guest is not part of Azure; see the formats for guests: “ub1”, “ub1-nic”.
# Note: Loopback adapters are not part of Azure: “lo”.
# Note: Listeners are not part of Azure: “service-80”, “service-8080”.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"

az network nsg create \
  --resource-group "$RESOURCE_GROUP" \
  --name nsg \
  --location "$LOCATION" \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg \
  --name Allow-probe \
  --priority 90 \
  --direction Inbound \
  --access Allow \
  --protocol '*' \
  --source-address-prefixes AzureLoadBalancer \
  --source-port-ranges '*' \
  --destination-address-prefixes '*' \
  --destination-port-ranges '*' \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg \
  --name Allow-web \
  --priority 100 \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes VirtualNetwork \
  --source-port-ranges '*' \
  --destination-address-prefixes 10.0.0.4/32 10.0.0.5/32 10.0.0.100/32 \
  --destination-port-ranges 80 \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg \
  --name Deny-network \
  --priority 4000 \
  --direction Inbound \
  --access Deny \
  --protocol '*' \
  --source-address-prefixes VirtualNetwork \
  --source-port-ranges '*' \
  --destination-address-prefixes VirtualNetwork \
  --destination-port-ranges '*' \
  --output none

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
  --network-security-group nsg \
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
  --name ub1-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.4 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name ub1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name ub1 \
  --location "$LOCATION" \
  --nics ub1-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name ub1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
