import { hash, verify } from '@node-rs/argon2'

// Argon2id, the algorithm of the library unless told otherwise; about 100 ms on an ordinary server core.
const reglages = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Hash of a random password nobody knows, with the same cost: checked when there is no account to check. */
const LEURRE = '$argon2id$v=19$m=65536,t=3,p=1$3nRrTBuE5+1MWhEu11NnJQ$73t8EcpQgE+IBKekJHNtLRb/pwI87q+5FfOkVSrFIYg'

export function hacher(motDePasse: string): Promise<string> {
  return hash(motDePasse, reglages)
}

/** Takes the same time with and without a hash to compare to. */
export async function verifierMotDePasse(empreinte: string | null | undefined, motDePasse: string): Promise<boolean> {
  const juste = await verify(empreinte ?? LEURRE, motDePasse)
  return juste && Boolean(empreinte)
}
