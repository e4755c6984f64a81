import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { Arrets } from './arrets'
import { tenirJusquAuSignal } from './lanceur'
import { arreterOrphelins } from './orphelins'
import { demarrerPlateforme, type Plateforme } from './plateforme'
import { portEstLibre } from './port'
import { effacerPostgres } from './postgres'
import { tableau } from './tableau-texte'
import { DejaDemarre, prendreVerrou } from './verrou'

const racine = join(import.meta.dirname, '..', '..')
const donnees = join(racine, 'donnees')

const schemaComptes = z.array(
  z.object({
    identifiant: z.string(),
    motDePasse: z.string(),
    profil: z.string(),
    organisme: z.string(),
    remarque: z.string().optional(),
  }),
)

/** The whole product, with invented data kept in `donnees/`. Returns the exit code. */
export async function lancerDemonstration(mode: 'demo' | 'dev', args: string[]): Promise<number> {
  const depart = Date.now()
  const inconnus = args.filter((arg) => arg !== '--reset')
  const port = Number(process.env.PORT || 3000)
  if (inconnus.length > 0) return refuser(`Option inconnue : ${inconnus.join(' ')}. La seule est --reset.`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return refuser(`PORT=${process.env.PORT} n’est pas un port.`)
  const arrets = new Arrets()
  try {
    if (!(await prendrePlace(port, arrets))) return 1
  } catch (erreur) {
    const code = (erreur as NodeJS.ErrnoException).code
    if (code !== 'EACCES' && code !== 'EPERM') throw erreur
    return refuser(
      `Le dossier ${donnees} appartient à un autre compte de la machine : supprimez-le ou changez de compte.`,
    )
  }
  return tenirJusquAuSignal(arrets, async () => {
    console.log(mode === 'demo' ? 'Espace Partenaires : démonstration' : 'Espace Partenaires : développement')
    if (args.includes('--reset')) await toutEffacer()
    const plateforme = await demarrerPlateforme({
      dossier: donnees,
      mode,
      port,
      persistant: true,
      graine: true,
      build: mode === 'demo',
      arrets,
      dire: (ligne) => console.log(ligne),
    })
    if (!arrets.demande) annoncer(plateforme, depart)
    return plateforme.defaillance
  })
}

async function prendrePlace(port: number, arrets: Arrets): Promise<boolean> {
  mkdirSync(donnees, { recursive: true })
  const adresse = `http://localhost:${port}`
  try {
    const verrou = prendreVerrou(join(donnees, 'verrou.json'), adresse)
    arrets.ajouter(async () => verrou.liberer())
    if (verrou.repris) await arreterOrphelins(donnees)
  } catch (erreur) {
    if (!(erreur instanceof DejaDemarre)) throw erreur
    refuser(`Déjà démarré : ${erreur.adresse} (processus ${erreur.pid}). Arrêtez-le d’abord par Ctrl-C.`)
    return false
  }
  if (await portEstLibre(port)) return true
  await arrets.tout()
  refuser(
    `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre : PORT=${port + 1} npm run demo`,
  )
  return false
}

function refuser(raison: string): number {
  console.error(raison)
  return 1
}

async function toutEffacer(): Promise<void> {
  console.log('Effacement des données précédentes…')
  await effacerPostgres(join(donnees, 'postgres'))
  for (const nom of [
    'postgres',
    'fichiers',
    'courriels',
    'ancres',
    'antivirus',
    'journaux',
    'comptes.json',
    'secrets.json',
  ]) {
    rmSync(join(donnees, nom), { recursive: true, force: true })
  }
}

function annoncer({ url, antivirus }: Plateforme, depart: number): void {
  const lignes = [
    ['Portail', url],
    ['Courriels', `${url}/dev/courriels (pour un script : ${url}/dev/courriels.json)`],
    ['État', `${url}/api/sante`],
    ['Antivirus', antivirus ? 'en service' : 'absent de cette machine : les fichiers joints ne sont pas analysés'],
    ['Journaux', relative(process.cwd(), join(donnees, 'journaux')) || '.'],
  ]
  console.log(`\nPrêt en ${Math.round((Date.now() - depart) / 1000)} s.\n\n${tableau(lignes)}`)
  const comptes = lireComptes()
  if (comptes.length > 0) {
    const titres = ['Profil', 'Organisme', 'Identifiant', 'Mot de passe', 'Remarque']
    const rangs = comptes.map((c) => [c.profil, c.organisme, c.identifiant, c.motDePasse, c.remarque ?? ''])
    console.log(`\nComptes de démonstration\n\n${tableau([titres, ...rangs])}`)
  }
  console.log('\nCtrl-C arrête tout.')
}

function lireComptes(): z.infer<typeof schemaComptes> {
  const fichier = join(donnees, 'comptes.json')
  if (!existsSync(fichier)) return []
  const lu = schemaComptes.safeParse(JSON.parse(readFileSync(fichier, 'utf8')))
  return lu.success ? lu.data : []
}
