import { baseTravaux } from '@/lib/socle/base'

/** Each night: the parts on which acts were counted come together, so that a bilan reads as few rows as it can. */
export async function rassemblerBilan(): Promise<void> {
  await baseTravaux().$queryRaw`SELECT ep_rassembler_bilan()`
}
