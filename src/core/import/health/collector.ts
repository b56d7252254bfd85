/**
 * A shell script that asks Azure for the health of every rule of a load balancer and prints what the import
 * understands. Azure answers at another address some time after it was asked. It changes nothing.
 */
export const healthCollector = `#!/bin/sh
# Floatpath: prints what Azure's probes find for each rule of one load balancer. Changes nothing.
# Run it where the Azure CLI is signed in, such as the Bash of Cloud Shell. Fill in these two first.
GROUP='RESOURCE_GROUP'
NAME='LOAD_BALANCER'
TOKEN=$(az account get-access-token --query accessToken -o tsv)
az network lb rule list -g "$GROUP" --lb-name "$NAME" --query '[].id' -o tsv | tr -d '\\r' | while read -r RULE; do
  echo "== floatpath health $RULE =="
  URL="https://management.azure.com$RULE/health?api-version=2024-05-01"
  ANSWER=$(curl -s -i -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Length: 0' "$URL" </dev/null | tr -d '\\r')
  WHERE=$(printf '%s\\n' "$ANSWER" | sed -n 's/^[Ll]ocation: *//p')
  TURNS=0
  until printf '%s' "$ANSWER" | grep -q loadBalancerBackendAddresses || [ "$TURNS" -ge 20 ] || [ -z "$WHERE" ]; do
    sleep 3
    TURNS=$((TURNS + 1))
    ANSWER=$(curl -s -H "Authorization: Bearer $TOKEN" "$WHERE" </dev/null)
  done
  printf '%s\\n' "$ANSWER"
done
echo '== floatpath end =='
`
