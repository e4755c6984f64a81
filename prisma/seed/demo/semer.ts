import { CLE_SECOND_FACTEUR } from '@/lib/securite/obligation'
import { idCgu, installerCatalogue } from '../catalogue'
import { type Atelier, ilYA } from '../fabriques/atelier'
import { insererDemandes } from '../fabriques/demande'
import { tenirAnnuaires } from './annuaire'
import { installerBrouillons } from './brouillons'
import { installerCaisses } from './caisses'
import { type CompteDeDemo, installerComptes } from './comptes'
import { conserver } from './conservation'
import { conterConventions } from './conventions'
import { tenirCopils } from './copil'
import { corrigerDemandes } from './corrections'
import { conterDemandes } from './demandes'
import { animerDocuments } from './documents'
import { conterDroits } from './droits'
import { reunirAgents } from './equipes-caisse'
import { proposerFormations } from './formations'
import { installerGestionnaires } from './gestionnaires'
import { installerHabilitations } from './habilitations'
import { conterIncidents } from './incidents'
import { tenirJournal } from './journal'
import { annoncerMaintenance } from './maintenance'
import { ecrireModeles } from './modeles'
import { Numeros } from './numeros'
import { conterPhares } from './phares'
import { joindrePieces } from './pieces'
import { publier } from './publications'
import { poserQuestionnaires } from './questionnaires'
import { installerRendezVous } from './rendez-vous'
import { installerPartenaires } from './structures'
import { signalerDysfonctionnements } from './support'
import { animerEquipes } from './vie-des-equipes'
import { conterViolations } from './violations'
import { installerVues } from './vues'

export type Semence = { comptes: CompteDeDemo[]; demandes: number; pieces: number }

/**
 * Fills an empty, migrated database with a world worth exploring. The same seed and the same day give the same data, but for
 * the keys of the files and the salt of the password. Every act is before `maintenant`.
 */
export async function semer(atelier: Atelier): Promise<Semence> {
  const { tx } = atelier
  await installerCatalogue(tx)
  // Accounts of a demo are opened by their password alone; the sign-in page says so.
  await tx.parametre.create({ data: { cle: CLE_SECOND_FACTEUR, valeur: false } })
  await tx.versionCgu.update({ where: { id: idCgu }, data: { publieeLe: ilYA(atelier, 700) } })
  const caisses = await installerCaisses(atelier)
  const structures = await installerPartenaires(atelier, caisses)
  const comptes = await installerComptes(atelier, caisses, structures)
  const numeros = new Numeros(atelier)
  const demandes = [
    ...conterPhares(atelier, structures, comptes, numeros),
    ...conterDemandes(atelier, structures, comptes, numeros),
  ]
  await insererDemandes(tx, demandes)
  await tx.$queryRaw`SELECT setval('demande_numero', ${numeros.dernier}::bigint)::text`
  await installerBrouillons(atelier, structures, comptes)
  await conterConventions(atelier, caisses)
  await installerHabilitations(atelier, structures)
  const pieces = await joindrePieces(atelier, demandes)
  await animerEquipes(atelier, structures)
  await installerGestionnaires(atelier, structures)
  await conterIncidents(atelier, structures)
  await conterViolations(atelier, structures)
  await ecrireModeles(atelier, caisses.deuxVallees.id)
  await animerDocuments(atelier, structures)
  await installerRendezVous(atelier)
  await corrigerDemandes(atelier)
  await conterDroits(atelier, structures)
  await reunirAgents(atelier)
  await installerVues(atelier)
  await proposerFormations(atelier, caisses.deuxVallees.id)
  await tenirCopils(atelier, caisses.deuxVallees.id)
  await poserQuestionnaires(atelier, caisses.deuxVallees.id)
  await publier(atelier, caisses.deuxVallees.id)
  await annoncerMaintenance(atelier)
  await signalerDysfonctionnements(atelier, caisses.deuxVallees.id)
  await tenirAnnuaires(atelier)
  await conserver(atelier, caisses.deuxVallees.id)
  await tenirJournal(atelier)
  // Gathers what the parts have spread, so that the same seed gives the same rows.
  await tx.$executeRaw`SELECT ep_recompter_file()`
  await tx.$executeRaw`SELECT ep_recompter_bilan()`
  return { comptes: comptes.annonces, demandes: demandes.length, pieces }
}
