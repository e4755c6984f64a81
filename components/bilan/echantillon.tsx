import { MessageChamp } from '@/components/formulaire/message-champ'
import { Badge } from '@/components/ui/badge'
import { Bouton } from '@/components/ui/bouton'
import { TriangleAlert } from '@/components/ui/icones'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { compteEnMots, joursEnMots, prestationCourte } from '@/lib/bilan/libelles'
import type { Echantillon } from '@/lib/bilan/modele'
import type { Tirage } from '@/lib/bilan/tirage'
import { dateCourte, pluriel } from '@/lib/socle/format'

/** The draw: its number, its size, its figures, and its demandes where the reader may open them. */
export function EchantillonDuBilan({
  echantillon,
  tirage,
  cachees,
  ouvrir,
}: {
  echantillon: Echantillon
  tirage: Tirage
  /** What else stands in the address. */
  cachees: Record<string, string>
  ouvrir: (reference: string) => string
}) {
  const { lignes, population, taille, graine, total, net, hors } = echantillon
  const toutes = lignes.length < taille
  const lisibles = lignes.filter(({ reference }) => reference !== null)
  return (
    <section aria-labelledby="echantillon" className="mt-10">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div>
          <h2 id="echantillon">
            {lignes.length > 0 ? `Échantillon de ${pluriel(lignes.length, 'demande')}` : 'Échantillon'}
          </h2>
          <p className="mt-1 max-w-140 text-15 text-encre-2">
            Tirage n° {graine}, parmi les {compteEnMots(population)} demandes répondues dans la période. Le même numéro
            redonne le même tirage.
          </p>
        </div>
        <FormulaireTirage tirage={tirage} echantillon={echantillon} cachees={cachees} />
      </div>
      {lignes.length === 0 ? (
        <p className="mt-3">Aucune demande n’a reçu sa réponse dans cette période{'\u00A0'}: il n’y a rien à tirer.</p>
      ) : (
        <>
          {toutes && (
            <p className="mt-3">
              La période n’en compte que {lignes.length}, pour {taille} demandées{'\u00A0'}: les voici toutes.
            </p>
          )}
          <p className="mt-3">
            <strong className="font-[650]">
              Moyenne de l’échantillon{'\u00A0'}: {joursEnMots(total.moyenne)}
            </strong>
            , dont {joursEnMots(total.moyenne === null || net.moyenne === null ? null : total.moyenne - net.moyenne)} en
            attente du partenaire. Médiane{'\u00A0'}: {joursEnMots(total.mediane)}. Hors délai{'\u00A0'}:{' '}
            {compteEnMots(hors)}.
          </p>
          {lisibles.length > 0 && <TableEchantillon lignes={lisibles} ouvrir={ouvrir} />}
          {lisibles.length < lignes.length && (
            <p className="mt-2 text-15 text-encre-2">
              {lisibles.length === 0
                ? 'Votre profil voit les chiffres de l’échantillon, et non les demandes tirées.'
                : `${pluriel(lignes.length - lisibles.length, 'demande tirée est', 'demandes tirées sont')} d’une autre structure : vous ne voyez que les vôtres.`}
            </p>
          )}
          <details className="mt-3 text-15">
            <summary className="min-h-6 cursor-pointer text-bleu-700">Comment il est tiré</summary>
            <p className="mt-2 max-w-180">
              Les demandes répondues dans la période sont rangées dans l’ordre de l’empreinte MD5 du numéro de tirage
              suivi de leur référence, par exemple «{'\u00A0'}
              {graine}25-001187{'\u00A0'}», et les premières sont gardées. Chacun peut refaire le tirage et le vérifier.
            </p>
          </details>
        </>
      )}
    </section>
  )
}

function TableEchantillon({
  lignes,
  ouvrir,
}: {
  lignes: Echantillon['lignes']
  ouvrir: (reference: string) => string
}) {
  return (
    <div className="mt-3 max-w-220">
      <ZoneDefilante nom="Demandes de l’échantillon">
        <Tableau allure="chiffres" legende="Demandes de l’échantillon">
          <thead>
            <tr>
              <th scope="col">Référence</th>
              <th scope="col">Prestation</th>
              <th scope="col">Reçue le</th>
              <th scope="col">Répondue le</th>
              <th scope="col" className="text-right">
                Attente
              </th>
              <th scope="col" className="text-right">
                Délai
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ reference, prestation, deposeeLe, closeLe, pause, total, respect }) => (
              <tr key={reference}>
                <td>{reference && <a href={ouvrir(reference)}>{reference}</a>}</td>
                <td>{prestationCourte[prestation]}</td>
                <td>{dateCourte(deposeeLe, closeLe)}</td>
                <td>{dateCourte(closeLe)}</td>
                <td className="text-right">{pause > 0 ? joursEnMots(pause) : '–'}</td>
                <td className="text-right">
                  {respect === 'hors' ? (
                    <Badge ton="brique" icone={<TriangleAlert />}>
                      {joursEnMots(total)}
                      <span className="sr-only">, hors délai</span>
                    </Badge>
                  ) : (
                    joursEnMots(total)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
    </div>
  )
}

function FormulaireTirage({
  tirage: { erreurs, saisie },
  echantillon: { graine, taille },
  cachees,
}: {
  tirage: Tirage
  echantillon: Echantillon
  cachees: Record<string, string>
}) {
  const champs = [
    { nom: 'graine', libelle: 'Tirage n°', valeur: saisie.graine || graine, largeur: 'w-30' },
    { nom: 'taille', libelle: 'Demandes', valeur: saisie.taille || String(taille), largeur: 'w-20' },
  ] as const
  return (
    <form method="get" action="#echantillon" noValidate className="flex flex-wrap items-end gap-3">
      {Object.entries(cachees).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {champs.map(({ nom, libelle, valeur, largeur }) => (
        <div key={nom} className={erreurs[nom] ? 'champ champ--erreur mb-0!' : undefined}>
          <label htmlFor={nom} className="mb-1 block text-14 font-semibold text-encre-2">
            {libelle}
          </label>
          <MessageChamp id={`${nom}-erreur`} message={erreurs[nom]} />
          <span className={`controle-filtre ${largeur}`}>
            <input
              id={nom}
              name={nom}
              type="text"
              inputMode={nom === 'taille' ? 'numeric' : undefined}
              maxLength={40}
              autoComplete="off"
              defaultValue={valeur}
              aria-invalid={erreurs[nom] ? true : undefined}
              aria-describedby={erreurs[nom] ? `${nom}-erreur` : undefined}
            />
          </span>
        </div>
      ))}
      <Bouton type="submit" aspect="secondaire">
        Tirer l’échantillon
      </Bouton>
    </form>
  )
}
