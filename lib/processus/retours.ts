import { existsSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { traiterRetour } from '@/lib/notifications/traiter-retour'
import { baseTravaux } from '@/lib/socle/base'

/** A returned mail is small; more is not one. */
const TAILLE_MAX = 10_000_000

/** Exit codes a mail server knows (sysexits.h): try again later, or give up. */
const RESSAYER = 75

const mots = {
  marque: 'courriel marqué non distribué',
  deja_marque: 'courriel déjà marqué',
  provisoire: 'retard signalé : rien à faire',
  inconnu: 'ce message n’est pas le retour d’un courriel du portail : laissé de côté',
}

if (existsSync('.env')) process.loadEnvFile('.env')
try {
  const brut = await buffer(process.stdin)
  const suite = brut.length > TAILLE_MAX ? 'inconnu' : await traiterRetour(brut, new Date())
  console.log(mots[suite])
} catch (erreur) {
  console.error((erreur as Error).message)
  process.exitCode = RESSAYER
} finally {
  await baseTravaux().$disconnect()
}
