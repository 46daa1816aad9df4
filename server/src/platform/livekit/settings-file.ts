import type { Config } from '../config.ts'
import type { Secrets } from '../secrets.ts'
import { nodeIp } from './node-ip.ts'

/** LiveKit's configuration: YAML, of which JSON is a part. */
export function livekitSettings(config: Config, secrets: Secrets, webhookUrl: string): string {
  const ip = nodeIp(config)
  const isLocal = ip === '127.0.0.1'
  return JSON.stringify(
    {
      port: config.LIVEKIT_PORT,
      // Browsers come through our own address; nobody else has to reach its API.
      bind_addresses: ['127.0.0.1'],
      rtc: {
        udp_port: config.LIVEKIT_UDP_PORT,
        tcp_port: config.LIVEKIT_TCP_PORT,
        node_ip: ip,
        use_external_ip: false,
        ...(isLocal && { enable_loopback_candidate: true, ips: { includes: ['127.0.0.1/32'] } }),
      },
      // With a TURN server of our own, browsers are named no foreign STUN server.
      turn: { enabled: true, udp_port: config.LIVEKIT_TURN_PORT, domain: ip },
      keys: { [secrets.livekitApiKey]: secrets.livekitApiSecret },
      webhook: { api_key: secrets.livekitApiKey, urls: [webhookUrl] },
      logging: { json: true, level: 'info' },
    },
    null,
    2,
  )
}
