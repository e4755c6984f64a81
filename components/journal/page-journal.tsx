import { EtatJournal } from '@/components/journal/etat-journal'
import { FormulaireJournal } from '@/components/journal/formulaire-journal'
import { ResumeCriteres } from '@/components/journal/resume-criteres'
import { TableJournal } from '@/components/journal/table-journal'
import { AvisSignaux } from '@/components/signaux/avis-signaux'
import { Avis } from '@/components/ui/avis'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { adresseDuJournal } from '@/lib/journal/adresses'
import { periodeDe } from '@/lib/journal/criteres'
import { pageDuJournal, tailleDePage } from '@/lib/journal/queries'
import { signauxAVoir } from '@/lib/signaux/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { dateAParis } from '@/lib/socle/temps'

type Parametres = Record<string, string | string[] | undefined>

/** The journal, for the DPO of a caisse or for the administrateur: what is found, then how to search. */
export async function PageJournal({ acteur, parametres }: { acteur: Acteur; parametres: Parametres }) {
  const maintenant = new Date()
  const recherche = typeof parametres.recherche === 'string' ? parametres.recherche : undefined
  const avant = /^\d{1,18}$/.test(String(parametres.avant)) ? BigInt(String(parametres.avant)) : undefined
  const page = await pageDuJournal(acteur, { recherche, avant }, maintenant)
  const { criteres, lignes, reperes, suivante, oubliee, etat } = page
  const base = adresseDuJournal(acteur)
  const nonVus = await signauxAVoir(acteur)
  const choisie: Record<string, string> = recherche && !oubliee ? { recherche } : {}
  const adresse = (ajouts: Record<string, string> = {}) => {
    const requete = new URLSearchParams({ ...choisie, ...ajouts })
    return requete.size > 0 ? `${base}?${requete}` : base
  }
  return (
    <>
      <h1>Journal</h1>
      <p className="lecture mt-2 mb-5 text-encre-2">
        Qui a vu ou fait quoi, quand et d’où. Il ne contient que des références, jamais ce qui est écrit dans une
        demande. Vos recherches y laissent aussi leur ligne.
      </p>
      <AvisSignaux nombre={nonVus} base={base} />
      {nonVus === 0 && (
        <p className="mb-5">
          <a href={`${base}/signaux`}>Usages inhabituels{'\u00A0'}: rien à regarder</a>
        </p>
      )}
      {oubliee && (
        <Avis className="mb-5" titre="Cette recherche n’est plus gardée">
          <p>Une recherche est gardée douze heures, pour vous seul. Voici les sept derniers jours.</p>
        </Avis>
      )}
      <FormulaireJournal
        parPersonne={acteur.caisse !== null}
        ouvert={lignes.length === 0}
        criteres={choisie.recherche ? criteres : undefined}
        periode={periodeDe(criteres, dateAParis(maintenant))}
        reperes={reperes}
      />
      <ResumeCriteres
        criteres={criteres}
        reperes={reperes}
        toutes={choisie.recherche ? base : undefined}
        fichier={lignes.length > 0 ? `/api/journal/export?${new URLSearchParams(choisie)}` : undefined}
      />
      {lignes.length > 0 ? (
        <TableJournal
          lignes={lignes}
          reperes={reperes}
          base={base}
          retour={adresse(avant ? { avant: String(avant) } : {})}
        />
      ) : (
        <EtatVide titre="Aucune ligne">
          <p>Rien ne répond à ces critères. Choisissez une période plus longue, ou retirez un critère.</p>
        </EtatVide>
      )}
      <Pagination
        nom="Suite du journal"
        suivante={
          suivante
            ? { href: adresse({ avant: String(suivante) }), libelle: `Voir les ${tailleDePage} lignes précédentes` }
            : undefined
        }
        precedente={avant ? { href: adresse(), libelle: 'Revenir aux plus récentes' } : undefined}
      />
      {etat && <EtatJournal etat={etat} maintenant={maintenant} />}
    </>
  )
}
