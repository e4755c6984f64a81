import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { creerJeton } from '@/lib/comptes/creer-jeton'
import { fermerSessions } from '@/lib/comptes/ouvrir-session'
import { nouvelIdentifiant } from '@/lib/habilitations/identifiant'
import { schemaIdentite } from '@/lib/habilitations/schema'
import { journaliser } from '@/lib/journal/ecrire'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { Transaction } from '@/lib/socle/base'
import { fermerFile } from '@/lib/travaux/file'
import { ouvrirAtelier } from './seed/fabriques/atelier'

const usage = `Crée le premier administrateur d’une installation, et affiche son lien d’activation.
Usage : npm run administrateur -- --prenom Alix --nom Montagnac --courriel alix.montagnac@organisme.fr
        [--civilite monsieur] [--fonction texte] [--telephone 0102030405]
Le lien sert une seule fois, pendant 24 heures ; il part aussi par courriel. Variables : DATABASE_URL_MIGRATION, URL_PUBLIQUE, CLES_JOURNAL.
Les administrateurs suivants se créent dans le portail, rubrique « Comptes ».

Le seul administrateur a perdu son téléphone, ses clés et ses codes de secours :
        npm run administrateur -- --reinitialiser national-amontagnac
remet sa double authentification à zéro et ferme ses sessions. À deux, c’est l’autre qui le fait, dans le portail.`

export type PremierAdministrateur = Record<string, string | undefined>

/** Refused once an administrateur is there: from then on, accounts are made in the portal, by someone the journal names. */
export async function creerPremierAdministrateur(
  tx: Transaction,
  saisie: PremierAdministrateur,
  maintenant: Date,
): Promise<{ identifiant: string; lien: string }> {
  const identite = schemaIdentite.parse({
    civilite: 'madame',
    fonction: 'Administration nationale',
    telephone: '0100000000',
    ...saisie,
  })
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('comptes administration'))::text`
  const deja = await tx.compte.findFirst({ where: { profil: 'administrateur', etat: 'actif', supprimeLe: null } })
  if (deja)
    throw new Error(
      'Un administrateur est déjà actif : connectez-vous, puis créez les suivants dans la rubrique « Comptes ».',
    )
  // Run again because the link was lost: the account that waits gets another one.
  const attend = await tx.compte.findFirst({
    where: { profil: 'administrateur', etat: 'attente_activation', courriel: identite.courriel },
  })
  const id = attend?.id ?? randomUUID()
  const identifiant = attend?.identifiant ?? (await nouvelIdentifiant(tx, { prefixe: 'national', ...identite }))
  if (!attend) {
    await tx.compte.create({ data: { id, identifiant, profil: 'administrateur', ...identite, creeLe: maintenant } })
    await journaliser(tx, {
      action: 'compte.cree',
      objetType: 'compte',
      objetId: id,
      details: { profil: 'administrateur' },
    })
  }
  await ajouterCourriel(tx, { modele: 'activation', destinataire: identite.courriel, compteId: id, donnees: {} })
  return { identifiant, lien: await creerJeton(tx, { compteId: id, type: 'activation', maintenant }) }
}

/** Refused where another administrateur is active: the portal knows who asks. Told to its owner, and kept in the journal. */
export async function reinitialiserAdministrateur(
  tx: Transaction,
  identifiant: string,
  maintenant: Date,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('comptes administration'))::text`
  const actifs = await tx.compte.findMany({
    where: { profil: 'administrateur', etat: 'actif', supprimeLe: null },
    select: { id: true, identifiant: true, prenom: true, courriel: true },
  })
  const compte = actifs.find((actif) => actif.identifiant === identifiant)
  if (!compte) throw new Error(`Aucun administrateur actif ne porte l’identifiant « ${identifiant} ».`)
  if (actifs.length > 1)
    throw new Error(
      'Un autre administrateur est actif : il réinitialise ce compte dans le portail, rubrique « Comptes ».',
    )
  const { id: compteId, prenom, courriel } = compte
  const duCompte = { where: { compteId } }
  await tx.secondFacteur.deleteMany(duCompte)
  await tx.codeSecours.deleteMany(duCompte)
  await tx.cleAcces.deleteMany(duCompte)
  await tx.appareilConnu.deleteMany(duCompte)
  await tx.tentative.deleteMany({ where: { cle: `second_facteur:${compteId}` } })
  await fermerSessions(tx, { compteId, maintenant })
  await prevenirTitulaire(tx, { compteId, prenom, identifiant, courriel }, 'double_authentification_reinitialisee', {
    motif: 'demandé sur le serveur',
  })
  await journaliser(tx, {
    action: 'second_facteur.reinitialise',
    objetType: 'compte',
    objetId: compteId,
    details: { raison: 'serveur' },
  })
}

async function commande(): Promise<void> {
  const texte = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      prenom: texte,
      nom: texte,
      courriel: texte,
      civilite: texte,
      fonction: texte,
      telephone: texte,
      reinitialiser: texte,
      aide: { type: 'boolean' },
    },
  })
  const { aide, reinitialiser, ...saisie } = values
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (aide) return console.log(usage)
  for (const nom of ['prenom', 'nom', 'courriel'] as const)
    if (!saisie[nom] && !reinitialiser) throw new Error(`Il manque --${nom}.\n\n${usage}`)
  for (const nom of ['DATABASE_URL_MIGRATION', 'URL_PUBLIQUE', 'CLES_JOURNAL'])
    if (!process.env[nom]) throw new Error(`La variable ${nom} est absente.\n\n${usage}`)
  const atelier = ouvrirAtelier(process.env.DATABASE_URL_MIGRATION ?? '')
  try {
    if (reinitialiser) {
      await atelier.tx.$transaction((tx) => reinitialiserAdministrateur(tx, reinitialiser, new Date()))
      return console.log('La double authentification est remise à zéro. Elle sera à refaire à la prochaine connexion.')
    }
    const { identifiant, lien } = await atelier.tx.$transaction((tx) =>
      creerPremierAdministrateur(tx, saisie, new Date()),
    )
    console.log(`Identifiant : ${identifiant}\nLien à usage unique, valable 24 heures :\n${lien}`)
  } finally {
    await atelier.fermer()
    await fermerFile()
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await commande()
  } catch (erreur) {
    const refus = (erreur as { issues?: { path: PropertyKey[]; message: string }[] }).issues
    console.error(
      refus
        ? refus.map(({ path, message }) => `--${path.join('.')} : ${message}`).join('\n')
        : (erreur as Error).message,
    )
    process.exitCode = 1
  }
}
