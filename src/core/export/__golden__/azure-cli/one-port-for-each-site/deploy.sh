#!/usr/bin/env bash
# Floatpath: Two sites without floating IP
# Note: Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “vm1”, “vm2”, “vm1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-80”, “service-81”, “service-8080” and 3 more.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"

az network public-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --name pip-site-a \
  --location "$LOCATION" \
  --sku Standard \
  --tier Regional \
  --version IPv4 \
  --allocation-method Static \
  --output none

az network public-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --name pip-site-b \
  --location "$LOCATION" \
  --sku Standard \
  --tier Regional \
  --version IPv4 \
  --allocation-method Static \
  --output none

az network nsg create \
  --resource-group "$RESOURCE_GROUP" \
  --name nsg \
  --location "$LOCATION" \
  --output none

az network nsg rule create \
  --resource-group "$RESOURCE_GROUP" \
  --nsg-name nsg \
  --name Allow-web \
  --priority 100 \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes Internet \
  --source-port-ranges '*' \
  --destination-address-prefixes '*' \
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
  --frontend-ip-name site-a \
  --public-ip-address pip-site-a \
  --backend-pool-name pool \
  --output none

az network lb frontend-ip create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name site-b \
  --public-ip-address pip-site-b \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name health \
  --protocol Http \
  --port 8080 \
  --path /healthz \
  --interval 5 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name http-a \
  --frontend-ip site-a \
  --backend-pool-name pool \
  --probe health \
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
  --name http-b \
  --frontend-ip site-b \
  --backend-pool-name pool \
  --probe health \
  --protocol Tcp \
  --frontend-port 80 \
  --backend-port 81 \
  --floating-ip false \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name vm1-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.4 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name vm1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name vm2-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.5 \
  --private-ip-address-version IPv4 \
  --ip-forwarding false \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name vm2-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name vm1 \
  --location "$LOCATION" \
  --nics vm1-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name vm1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name vm2 \
  --location "$LOCATION" \
  --nics vm2-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name vm2 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
