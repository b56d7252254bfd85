#!/usr/bin/env bash
# Floatpath: Firewall pair behind HA ports
# Note: Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.
# Note: What is inside a guest is not part of Azure; see the formats for guests: “nva1”, “nva2”, “nva1-nic” and 1 more.
# Note: Listeners are not part of Azure: “service-22”, “service-22”.
set -euo pipefail

: "${RESOURCE_GROUP:?Set RESOURCE_GROUP to the name of a resource group that exists}"
: "${ADMIN_PASSWORD:?Set ADMIN_PASSWORD to the password of the administrator of every machine}"
LOCATION="${LOCATION:-$(az group show --name "$RESOURCE_GROUP" --query location --output tsv)}"

az network route-table create \
  --resource-group "$RESOURCE_GROUP" \
  --name spoke-1 \
  --location "$LOCATION" \
  --output none

az network route-table route create \
  --resource-group "$RESOURCE_GROUP" \
  --route-table-name spoke-1 \
  --name via-firewalls \
  --address-prefix 0.0.0.0/0 \
  --next-hop-type VirtualAppliance \
  --next-hop-ip-address 10.0.0.36 \
  --output none

az network route-table create \
  --resource-group "$RESOURCE_GROUP" \
  --name spoke-2 \
  --location "$LOCATION" \
  --output none

az network route-table route create \
  --resource-group "$RESOURCE_GROUP" \
  --route-table-name spoke-2 \
  --name via-firewalls \
  --address-prefix 0.0.0.0/0 \
  --next-hop-type VirtualAppliance \
  --next-hop-ip-address 10.0.0.36 \
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
  --address-prefixes 10.0.0.32/27 \
  --output none

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name spoke-1 \
  --location "$LOCATION" \
  --address-prefixes 10.1.0.0/16 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name spoke-1 \
  --name workload \
  --address-prefixes 10.1.0.0/24 \
  --route-table spoke-1 \
  --output none

az network vnet create \
  --resource-group "$RESOURCE_GROUP" \
  --name spoke-2 \
  --location "$LOCATION" \
  --address-prefixes 10.2.0.0/16 \
  --output none

az network vnet subnet create \
  --resource-group "$RESOURCE_GROUP" \
  --vnet-name spoke-2 \
  --name workload \
  --address-prefixes 10.2.0.0/24 \
  --route-table spoke-2 \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-spoke-1 \
  --vnet-name vnet \
  --remote-vnet spoke-1 \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-spoke-2 \
  --vnet-name vnet \
  --remote-vnet spoke-2 \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-vnet \
  --vnet-name spoke-1 \
  --remote-vnet vnet \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network vnet peering create \
  --resource-group "$RESOURCE_GROUP" \
  --name to-vnet \
  --vnet-name spoke-2 \
  --remote-vnet vnet \
  --allow-vnet-access true \
  --allow-forwarded-traffic true \
  --output none

az network lb create \
  --resource-group "$RESOURCE_GROUP" \
  --name lb \
  --location "$LOCATION" \
  --sku Standard \
  --frontend-ip-name firewalls \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.36 \
  --backend-pool-name pool \
  --output none

az network lb probe create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name ssh \
  --protocol Tcp \
  --port 22 \
  --interval 5 \
  --output none

az network lb rule create \
  --resource-group "$RESOURCE_GROUP" \
  --lb-name lb \
  --name ha-ports \
  --frontend-ip firewalls \
  --backend-pool-name pool \
  --probe ssh \
  --protocol All \
  --frontend-port 0 \
  --backend-port 0 \
  --floating-ip false \
  --load-distribution Default \
  --idle-timeout 4 \
  --enable-tcp-reset false \
  --disable-outbound-snat true \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name nva1-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.37 \
  --private-ip-address-version IPv4 \
  --ip-forwarding true \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nva1-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az network nic create \
  --resource-group "$RESOURCE_GROUP" \
  --name nva2-nic \
  --location "$LOCATION" \
  --vnet-name vnet \
  --subnet snet \
  --private-ip-address 10.0.0.38 \
  --private-ip-address-version IPv4 \
  --ip-forwarding true \
  --output none

az network nic ip-config address-pool add \
  --resource-group "$RESOURCE_GROUP" \
  --nic-name nva2-nic \
  --ip-config-name ipconfig1 \
  --lb-name lb \
  --address-pool pool \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name nva1 \
  --location "$LOCATION" \
  --nics nva1-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name nva1 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none

az vm create \
  --resource-group "$RESOURCE_GROUP" \
  --name nva2 \
  --location "$LOCATION" \
  --nics nva2-nic \
  --image Canonical:ubuntu-24_04-lts:server:latest \
  --size Standard_B2s \
  --computer-name nva2 \
  --admin-username azureuser \
  --admin-password "$ADMIN_PASSWORD" \
  --output none
