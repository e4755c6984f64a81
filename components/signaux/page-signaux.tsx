import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { TextesDeSante } from '@/components/signaux/textes-de-sante'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Onglets } from '@/components/ui/onglets'
import { adresseDuJournal } from '@/lib/journal/adresses'
import { prendreSignalEnCompte } from '@/lib/signaux/actions'
import { explicationsSignal, libellesSignal, mesureSignal } from '@/lib/signaux/libelles'
import { type SignalVu, signaux } from '@/lib/signaux/queries'
import { textesDeSante } from '@/lib/signaux/textes-de-sante'
import type { Acteur } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

/** What the journal shows of unusual: to look at, then to take into account with a note. */
export async function PageSignaux({ acteur, parametres }: { acteur: Acteur; parametres: Record<string, unknown> }) {
  const vus = parametres.vue === 'vus'
  const { signaux: lus, aVoir } = await signaux(acteur, { vus })
  const base = adresseDuJournal(acteur)
  return (
    <>
      <FilRetour href={base} libelle="Journal" />
      <Fait fait={parametres.fait} mots={{ note: 'Le signal est pris en compte. Votre note est gardée avec lui.' }} />
      <h1>Usages inhabituels</h1>
      <p className="lecture mt-2 mb-5 text-encre-2">
        Le portail relit le journal chaque minute et signale ce qui sort de l’ordinaire. Un signal n’accuse personne :
        regardez les lignes, parlez-en à la personne, puis notez ce que vous en pensez.
      </p>
      <Onglets
        nom="Signaux"
        onglets={[
          { href: `${base}/signaux`, libelle: 'À regarder', compte: aVoir, courant: !vus, chaud: aVoir > 0 },
          { href: `${base}/signaux?vue=vus`, libelle: 'Pris en compte', courant: vus },
        ]}
      />
      {lus.length === 0 ? (
        <div className="mt-6">
          <EtatVide titre={vus ? 'Aucun signal pris en compte' : 'Rien d’inhabituel'}>
            <p>Beaucoup de demandes lues, de fichiers téléchargés ou de connexions refusées se montreraient ici.</p>
          </EtatVide>
        </div>
      ) : (
        <ul className="max-w-200">
          {lus.map((signal) => (
            <Signal key={signal.id} signal={signal} base={base} ouvert={signal.id === parametres.signal} />
          ))}
        </ul>
      )}
      <TextesDeSante mois={await textesDeSante(acteur, new Date())} />
    </>
  )
}

/** `ouvert`: with the form that takes it into account, one at a time. */
function Signal({ signal, base, ouvert }: { signal: SignalVu; base: string; ouvert: boolean }) {
  const { id, type, compte, adresse, caisse, debutLe, finLe, premierRang, dernierRang, vuLe, vuPar, note } = signal
  const maintenant = new Date()
  const qui = compte
    ? [compte.nom, compte.ou].filter(Boolean).join(', ')
    : adresse
      ? `depuis l’adresse ${adresse}`
      : null
  return (
    <li id={id} className="border-b border-filet py-5">
      <h2 className="text-19">{libellesSignal[type]}</h2>
      <p>{[qui, mesureSignal(signal), caisse].filter(Boolean).join(' · ')}</p>
      <p className="text-15 text-encre-2">
        {relatif(debutLe, maintenant)}
        {finLe > debutLe && `, jusqu’à ${relatif(finLe, maintenant)}`}. {explicationsSignal[type]}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-5 text-15">
        {!vuLe && !ouvert && (
          <a href={`${base}/signaux?signal=${id}#${id}`} className="inline-block min-h-6">
            Prendre en compte<span className="sr-only"> : {libellesSignal[type]}</span>
          </a>
        )}
        <a href={`${base}/${premierRang}`} className="inline-block min-h-6">
          {dernierRang > premierRang ? 'Première ligne' : 'Voir la ligne'}
          <span className="sr-only"> : {libellesSignal[type]}</span>
        </a>
        {dernierRang > premierRang && (
          <a href={`${base}/${dernierRang}`} className="inline-block min-h-6">
            Dernière ligne<span className="sr-only"> : {libellesSignal[type]}</span>
          </a>
        )}
      </p>
      {vuLe && (
        <p className="mt-2">
          Pris en compte {relatif(vuLe, maintenant)}
          {vuPar && ` par ${vuPar}`} : {note}
        </p>
      )}
      {ouvert && !vuLe && (
        <Formulaire action={prendreSignalEnCompte} titrePage="Usages inhabituels" cle={id} className="mt-3">
          <ChampCache name="id" valeur={id} />
          <ChampTexteLong name="note" label="Ce que vous avez vérifié" lignes={2} maxLength={1_000} />
          <BoutonEnvoi dense enCours="Enregistrement…">
            Prendre en compte
          </BoutonEnvoi>
        </Formulaire>
      )}
    </li>
  )
}
