'use client'

import './raccourcis.css'
import { Raccourcis } from '@/components/file/raccourcis'

export type Raccourci = { touches: string[]; mots: string }

const Touches = ({ touches }: { touches: string[] }) =>
  touches.map((touche) => (
    <kbd key={touche} className="touche mr-1">
      {touche}
    </kbd>
  ))

/** Reminder of the keys at the foot of the page, and their list under «?». Hidden on a phone, and without JavaScript. */
export function BarreRaccourcis({ raccourcis }: { raccourcis: Raccourci[] }) {
  const tous = [...raccourcis, { touches: ['?'], mots: 'tous les raccourcis' }]
  return (
    <>
      <p className="raccourcis">
        {tous.map(({ touches, mots }) => (
          <span key={mots}>
            <Touches touches={touches} />
            {mots}
          </span>
        ))}
        <a href="/compte#preferences">Désactiver les raccourcis</a>
      </p>
      <Raccourcis>
        <dl className="raccourcis-liste">
          {tous.map(({ touches, mots }) => (
            <div key={mots}>
              <dt>
                <Touches touches={touches} />
              </dt>
              <dd>{mots}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4">
          <a href="/compte#preferences">Désactiver les raccourcis</a>
        </p>
      </Raccourcis>
    </>
  )
}
