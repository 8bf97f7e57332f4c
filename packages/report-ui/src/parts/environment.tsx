import type { HardwareProfile, Report } from '@vitest-hardware/contracts'
import { labelOfProfile } from '../state/backend-label.ts'
import { formatCount, formatInstant, formatValue } from '../state/numbers.ts'
import { Badge } from './badge.tsx'

/** What changed since the run before, where this ran, and why what did not run did not. */
export function EnvironmentSection({ report }: { readonly report: Report }) {
  const { environmentChanges: changes, profiles, skipReasons, run } = report
  return (
    <section class="card" aria-labelledby="environment">
      <h2 id="environment">
        {changes.length === 0
          ? 'No change of environment was recorded'
          : `The environment changed on ${changes.map(({ backend }) => backend).join(', ')}`}
      </h2>
      {changes.length === 0 ? null : (
        <div class="scroll" role="region" aria-label="Changes of the environment" tabIndex={0}>
          <table class="data">
            <thead>
              <tr>
                <th scope="col">Backend</th>
                <th scope="col">What</th>
                <th scope="col">Before</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {changes.flatMap(({ backend, fields }) =>
                fields.map(({ field, before, after }) => (
                  <tr key={`${backend} ${field}`}>
                    <td>{backend}</td>
                    <td>{field}</td>
                    <td>{before}</td>
                    <td>
                      <strong>{after}</strong>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      {changes.length === 0 ? null : (
        <p class="muted">Numbers of different hardware profiles are never compared: these backends start a new baseline.</p>
      )}
      {profiles.length === 0 ? null : <Profiles profiles={profiles} />}
      {skipReasons.length === 0 ? null : (
        <>
          <h3>Why tests were skipped</h3>
          <ul class="reasons">
            {skipReasons.map(({ reason, count }) => (
              <li key={reason}>
                <span class="number">{formatCount(count)}</span> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>This run</h3>
      <dl class="facts">
        <Fact name="Command" value={run.command} />
        <Fact name="Started" value={formatInstant(run.startedAt)} />
        <Fact name="Vitest" value={run.vitestVersion} />
        <Fact name="Node" value={run.nodeVersion} />
        <Fact
          name="Commit"
          value={
            run.gitCommit === null
              ? 'not in a git repository'
              : `${run.gitCommit.slice(0, 12)}${run.gitDirty === true ? ', with uncommitted changes' : ''}`
          }
        />
        <Fact name="Where" value={run.isCi ? 'CI' : 'not CI'} />
      </dl>
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Profiles({ profiles }: { readonly profiles: readonly HardwareProfile[] }) {
  return (
    <>
      <h3>Hardware profiles</h3>
      <div class="scroll" role="region" aria-label="Hardware profiles" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">Backend</th>
              <th scope="col">Device</th>
              <th scope="col">Runtime</th>
              <th scope="col">Driver</th>
              <th scope="col">Host</th>
              <th scope="col">System</th>
              <th scope="col">Power mode</th>
              <th scope="col" class="number">
                Cores
              </th>
              <th scope="col" class="number">
                Memory
              </th>
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.hardwareProfileId}>
                <th scope="row">{labelOfProfile(profile)}</th>
                <td>
                  {profile.device}{' '}
                  {profile.isSoftwareDevice ? (
                    <Badge kind="simulated" glyph="◇" label="software device" />
                  ) : (
                    <span class="muted">{profile.deviceKind}</span>
                  )}
                  {profile.deviceMemoryBytes === null ? null : (
                    <span class="muted"> {formatValue(profile.deviceMemoryBytes, 'bytes')}</span>
                  )}
                </td>
                <td>
                  {profile.runtime} {profile.runtimeVersion}
                  {profile.runtimeBuild === null ? '' : `, ${profile.runtimeBuild} build`}
                </td>
                <td>{profile.driver ?? '–'}</td>
                <td>{profile.host}</td>
                <td>
                  {profile.os} {profile.osRelease} {profile.arch}
                </td>
                <td>{profile.powerMode ?? '–'}</td>
                <td class="number">{profile.cores}</td>
                <td class="number">{formatValue(profile.memoryBytes, 'bytes')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
