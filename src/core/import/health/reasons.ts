/** What Azure's reason codes mean (documented by Microsoft under “health status”), in our words. */
const meanings: { readonly [code: string]: string } = {
  up_probe_success: 'it answers the probe',
  up_probe_alldownisup: 'no member answers, and then the probe counts every one as up',
  up_probe_approachingunhealthythreshold: 'it did not answer the last probe, and earlier ones count still',
  up_admin: 'its admin state is Up, whatever the probe finds',
  up_platform: 'it answers the probe, and Azure itself may have trouble',
  down_probe_approachinghealthythreshold: 'it answered the last probe, and not yet often enough',
  down_probe_httpstatuscodeerror: 'it answers with another HTTP status than 200',
  down_probe_httpendpointunreachable: 'it takes the connection and refuses HTTP',
  down_probe_tcpprobetimeout: 'it does not answer in time',
  down_probe_httpnoresponse: 'it takes the HTTP request and does not answer it',
  down_probe_nohealthybackend: 'the regional load balancer has no healthy member',
  down_admin: 'its admin state is Down, whatever the probe finds',
  down_platform: 'Azure itself has trouble',
  na: 'it was not probed yet',
}

/** A reason code with what it means, where that is known. */
export function sayReason(reason: string | undefined): string {
  if (reason === undefined) return 'Azure gives no reason'
  const meaning = Object.hasOwn(meanings, reason.toLowerCase()) ? meanings[reason.toLowerCase()] : undefined
  return meaning === undefined ? reason : `${reason}: ${meaning}`
}
