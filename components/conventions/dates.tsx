import type { ReactNode } from 'react'
import { type DocumentLu, LienDocument } from '@/components/conventions/document'
import { Chronologie, type EtapeChronologie } from '@/components/ui/chronologie'
import { Clock } from '@/components/ui/icones'
import type { DateDeConvention } from '@/lib/conventions/chronologie'
import { duree, enMots } from '@/lib/conventions/libelles'
import type { VueEvenement } from '@/lib/conventions/queries-detail'
import { pluriel } from '@/lib/socle/format'
import { avecArticle, enumerer } from '@/lib/socle/francais'
import { ajouterJours, type DateIso, joursEntre } from '@/lib/socle/temps'

type Cadre = {
  jour: DateIso
  evenements: VueEvenement[]
  documents: DocumentLu[]
  /** Open demandes by caisse; nothing where the number is not told. */
  demandes: Map<string, number>
  nombreParties: number
}

const SEUIL_PROCHE = 30

/** The life of a convention, past to future, in words. */
export function DatesDeConvention({ dates, ...cadre }: Cadre & { dates: DateDeConvention[] }) {
  return <Chronologie etapes={dates.map((date, rang) => etape(date, rang, cadre))} />
}

function etape(date: DateDeConvention, rang: number, cadre: Cadre): EtapeChronologie {
  const aujourdhui = date.type === 'aujourdhui'
  const passe =
    date.le < cadre.jour || (date.le === cadre.jour && !['fin', 'echeance', 'limite', 'revue'].includes(date.type))
  const perte = !passe && (date.type === 'fin' || date.type === 'echeance')
  const { titre, detail, fort } = dire(date, cadre)
  return {
    cle: `${date.type}-${date.le}-${rang}`,
    date: enMots(date.le),
    etat: aujourdhui ? 'aujourdhui' : perte ? 'perte' : passe ? 'passe' : 'futur',
    titre: (
      <>
        {titre}
        {!passe && !aujourdhui && <Dans date={date} perte={perte} jour={cadre.jour} fort={fort} />}
      </>
    ),
    detail,
    fort: aujourdhui || (fort && !passe),
  }
}

function Dans({ date, perte, jour, fort }: { date: DateDeConvention; perte: boolean; jour: DateIso; fort?: boolean }) {
  const reste = joursEntre(jour, date.le)
  const mots = reste === 0 ? 'aujourd’hui' : reste === 1 ? 'demain' : `dans ${pluriel(reste, 'jour')}`
  if (perte && reste <= SEUIL_PROCHE)
    return (
      <span className="echeance echeance--bientot ml-1.5">
        <Clock />
        {mots}
      </span>
    )
  return fort ? <span className="font-normal text-encre-2"> {mots}</span> : null
}

type Dit = { titre: ReactNode; detail?: ReactNode; fort?: boolean }

const les = ['', 'la partie', 'les deux parties', 'les trois parties', 'les quatre parties', 'les cinq parties']
/** Names of caisses, of the partenaire and of third parties, each with its article. */
const caissesEnListe = (noms: string[]) => enumerer(noms.map(avecArticle), 'et')

function dire(date: DateDeConvention, cadre: Cadre): Dit {
  switch (date.type) {
    case 'signature':
      return {
        titre: date.toutes
          ? `Signée par ${les[cadre.nombreParties] ?? 'toutes les parties'}`
          : `Signée par ${caissesEnListe(date.qui)}`,
        detail: date.toutes && <Fichiers cadre={cadre} types={['convention', 'convention_utilisation']} />,
      }
    case 'utilisation_signee':
      return { titre: `Convention d’utilisation signée par ${caissesEnListe(date.caisses)}` }
    case 'effet':
      return {
        titre: date.avecUtilisation ? 'Prend effet, avec la convention d’utilisation du portail' : 'Prend effet',
      }
    case 'utilisation_effet':
      return { titre: `L’accès à ${caissesEnListe(date.caisses)} s’ouvre` }
    case 'reconduction':
      return {
        titre: `${date.le > cadre.jour ? 'Reconduction' : 'Reconduite'} ${de(duree(date.mois))}${date.toutes ? '' : ` avec ${caissesEnListe(date.caisses)}`}`,
        detail: date.le > cadre.jour ? undefined : `Jusqu’au ${enMots(date.jusquau)}`,
        fort: true,
      }
    case 'avenant':
      return {
        titre: `Avenant n° ${date.numero} : ${date.objet}`,
        detail: <Fichiers cadre={cadre} types={['avenant']} rang={date.numero - 1} />,
      }
    case 'avenant_effet':
      return { titre: `L’avenant n° ${date.numero} prend effet` }
    case 'evenement':
      return direEvenement(cadre.evenements.find(({ id }) => id === date.id))
    case 'aujourdhui':
      return { titre: 'Aujourd’hui' }
    case 'fin':
      return {
        titre: `Fin de l’accès à ${avecArticle(date.caisse)}`,
        detail:
          date.le >= cadre.jour && cadre.demandes.get(date.caisseId)
            ? `${pluriel(cadre.demandes.get(date.caisseId) ?? 0, 'demande encore ouverte', 'demandes encore ouvertes')} là-bas.`
            : undefined,
        fort: true,
      }
    case 'echeance':
      return {
        titre: `Dernier jour pour se mettre en règle avec ${avecArticle(date.caisse)}`,
        detail:
          date.le < cadre.jour ? 'Délai passé : à lever, ou à résilier. L’accès reste ouvert d’ici là.' : undefined,
        fort: true,
      }
    case 'structure':
      return { titre: `Ouverture de l’accès pour ${date.nom}` }
    case 'revue':
      return {
        titre: `${date.nombre > 1 ? `${date.nombre} revues` : 'Revue'} d’habilitation ${date.le < cadre.jour ? 'toujours ' : ''}à signer par le partenaire`,
      }
    case 'copil':
      return {
        titre: `COPIL avec ${avecArticle(date.caisse)} : ${date.libelle}`,
        detail: (
          <a href={date.adresse} className="inline-block min-h-6">
            {date.tenu ? 'Lire le compte rendu' : 'Préparer le COPIL'}
            <span className="sr-only"> : {date.libelle}</span>
          </a>
        ),
      }
    case 'limite':
      return { titre: `Dernier jour pour dénoncer avant la reconduction du ${enMots(ajouterJours(date.finLe, 1))}` }
  }
}

const de = (mots: string) => (mots === '1 an' ? 'd’un an' : `de ${mots}`)
const titresEvenement: Record<string, (caisse: string, evenement: VueEvenement) => string> = {
  denoncee: (caisse, { details }) =>
    details.par === 'partenaire'
      ? `Dénoncée par le partenaire, pour ${caisse}, dans le préavis`
      : `Dénoncée par ${caisse}, dans le préavis`,
  denonciation_retiree: (caisse) => `Dénonciation retirée par ${caisse}`,
  mise_en_demeure: (caisse) => `Mise en demeure par ${caisse}`,
  mise_en_demeure_levee: (caisse) => `Mise en demeure levée par ${caisse}`,
  resiliee: (caisse) => `Résiliation décidée par ${caisse}`,
}

function direEvenement(evenement: VueEvenement | undefined): Dit {
  if (!evenement) return { titre: '' }
  const { justification, auteur } = evenement
  return {
    titre: titresEvenement[evenement.type]?.(avecArticle(evenement.caisse), evenement) ?? evenement.type,
    detail: (justification || auteur) && (
      <>
        {justification && `« ${justification} » `}
        {auteur && `Enregistré par ${auteur}`}
      </>
    ),
  }
}

function Fichiers({ cadre, types, rang }: { cadre: Cadre; types: string[]; rang?: number }) {
  const documents = cadre.documents.filter(({ type }) => types.includes(type))
  const montres = rang === undefined ? documents : documents.slice(rang, rang + 1)
  if (montres.length === 0) return null
  return montres.map((document) => (
    <p key={document.id}>
      <LienDocument document={document} />
    </p>
  ))
}
