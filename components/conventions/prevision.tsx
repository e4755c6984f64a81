import type { ReactNode } from 'react'
import { Archive, CalendarSync, Clock, KeyRound, Lock, Mail, Pause, Users } from '@/components/ui/icones'
import { enMots } from '@/lib/conventions/libelles'
import type { Prevision, PrevisionCaisse } from '@/lib/conventions/prevision'
import { dateLongue, dateSansAnnee, pluriel } from '@/lib/socle/format'
import { avecArticle, majuscule } from '@/lib/socle/francais'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

type Ligne = { cle: string; icone: ReactNode; chaud?: boolean; mots: ReactNode }

/** What will happen to the access of a partenaire on a day: each caisse, the accounts, the demandes, who is told. */
export function PrevisionEnMots({ prevision, jour }: { prevision: Prevision; jour: DateIso }) {
  const lignes = [
    ...prevision.caisses.flatMap((caisse) => direCaisse(caisse)),
    ...prevision.structures.map(direStructure),
    direComptes(prevision),
    ...prevision.caisses.flatMap(direDemandes),
    direAvertis(prevision, jour),
  ].filter((ligne): ligne is Ligne => ligne !== null)
  return (
    <>
      <h3 className="mb-2">{majuscule(dateLongue(prevision.jour))}</h3>
      <ul className="flex flex-col gap-3 text-15">
        {lignes.map(({ cle, icone, chaud, mots }) => (
          <li key={cle} className="flex gap-3">
            <span className={`mt-0.5 flex-none ${chaud ? 'text-brique-600' : 'text-bleu-700'}`}>{icone}</span>
            <span className="min-w-0">{mots}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function direCaisse(caisse: PrevisionCaisse): Ligne[] {
  const { caisseId, raison, depuis, reconduction, finLe } = caisse
  const nom = avecArticle(caisse.nom)
  const lignes: Ligne[] = []
  if (reconduction)
    lignes.push({
      cle: `${caisseId}-reconduction`,
      icone: <CalendarSync />,
      mots: (
        <>
          La convention est reconduite jusqu’au <strong>{enMots(reconduction.jusquau)}</strong>, pour {nom}. Rien à
          faire.
        </>
      ),
    })
  const dits: Record<PrevisionCaisse['raison'], Ligne | null> = {
    ouvert: reconduction
      ? null
      : {
          cle: caisseId,
          icone: <KeyRound />,
          mots: (
            <>
              L’accès à {nom} est <strong>ouvert</strong>
              {caisse.ouverture && depuis && ` depuis le ${enMots(depuis)}`}
              {finLe && `, jusqu’au ${enMots(finLe)}`}.
            </>
          ),
        },
    termine: {
      cle: caisseId,
      icone: <Lock />,
      chaud: true,
      mots: (
        <>
          L’accès à <strong>{nom.replace(/^la /, 'la ')} est fermé</strong>
          {depuis && ` depuis le ${enMots(ajouterJours(depuis, -1))} à minuit`}. Aucune nouvelle demande ne peut y être
          déposée.
        </>
      ),
    },
    suspendu: {
      cle: caisseId,
      icone: <Pause />,
      chaud: true,
      mots: (
        <>
          L’accès à {nom} est suspendu{depuis && ` depuis le ${enMots(depuis)}`}, tant que la suspension n’est pas
          levée.
        </>
      ),
    },
    a_venir: {
      cle: caisseId,
      icone: <Clock />,
      mots: depuis ? (
        <>
          L’accès à {nom} n’est pas encore ouvert : il s’ouvre le {enMots(depuis)}.
        </>
      ) : (
        <>L’accès à {nom} n’est pas ouvert : la convention d’utilisation n’a pas de date d’effet.</>
      ),
    },
    non_signe: {
      cle: caisseId,
      icone: <Clock />,
      mots: <>{majuscule(nom)} n’a pas signé : elle n’ouvre aucun accès.</>,
    },
  }
  const dite = dits[raison]
  return dite ? [...lignes, dite] : lignes
}

function direStructure({ nom, ouvreLe, comptes, ouverte }: Prevision['structures'][number]): Ligne {
  const siens = pluriel(comptes, 'compte')
  return {
    cle: `structure-${nom}`,
    icone: <Clock />,
    mots: ouverte
      ? `${nom} a ouvert le ${enMots(ouvreLe)} : ${siens}.`
      : `${nom} n’est pas encore ouverte : ses ${siens} attendent le ${enMots(ouvreLe)}.`,
  }
}

function direComptes({ comptes }: Prevision): Ligne | null {
  const { total, sort, fermesLe, inactivations, ailleurs } = comptes
  if (total === 0) return null
  const prevues =
    inactivations > 0
      ? ` ${pluriel(inactivations, 'inactivation')} sont prévues d’ici là.`.replace(
          /1 inactivation sont prévues/,
          '1 inactivation est prévue',
        )
      : ''
  const nombre = total === 1 ? 'Le compte' : `Les ${pluriel(total, 'compte')}`
  const s = total === 1 ? '' : 's'
  if (sort === 'jamais')
    return {
      cle: 'comptes',
      icone: <Users />,
      mots: `${nombre} n’ouvre${total === 1 ? '' : 'nt'} aucun accès : aucune convention n’est signée.`,
    }
  if (sort === 'fermes')
    return {
      cle: 'comptes',
      icone: <Users />,
      chaud: true,
      mots: (
        <>
          <strong>
            {nombre} {total === 1 ? 'est fermé' : `sont fermés`}
          </strong>
          {fermesLe && ` depuis le ${enMots(fermesLe)}`}
           : plus aucune caisse ne {total === 1 ? 'le' : 'les'} couvre.
        </>
      ),
    }
  return {
    cle: 'comptes',
    icone: <Users />,
    mots: `${nombre} reste${total === 1 ? '' : 'nt'} ouvert${s} : ${ailleurs ? 'une autre convention' : 'une caisse'} ${total === 1 ? 'le' : 'les'} couvre encore.${prevues}`,
  }
}

function direDemandes({ caisseId, nom, raison, demandesOuvertes }: PrevisionCaisse): Ligne[] {
  if (raison !== 'termine' || !demandesOuvertes) return []
  const une = demandesOuvertes === 1
  return [
    {
      cle: `demandes-${caisseId}`,
      icone: <Archive />,
      chaud: true,
      mots: `${une ? 'La demande ouverte' : `Les ${pluriel(demandesOuvertes, 'demande')} ouvertes`} à ${avecArticle(nom)} ${
        une ? 'reste lisible' : 'restent lisibles'
      } par cette caisse. Le partenaire ne ${une ? 'la' : 'les'} voit plus.`,
    },
  ]
}

function direAvertis({ avertis: { gestionnaires, jours } }: Prevision, jour: DateIso): Ligne | null {
  if (jours.length === 0 || gestionnaires === 0) return null
  const dates = jours.map((le) => dateSansAnnee(le, jour))
  const quand =
    dates.length === 1 ? `le ${dates[0]}` : `le ${dates.slice(0, -1).join(', le ')}, puis le ${dates.at(-1)}`
  const qui =
    gestionnaires === 1 ? 'Le gestionnaire est prévenu' : `Les ${pluriel(gestionnaires, 'gestionnaire')} sont prévenus`
  return { cle: 'avertis', icone: <Mail />, mots: `${qui} ${quand}.` }
}
