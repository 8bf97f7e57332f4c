import { join } from 'node:path'
import { namesIn, readNumber } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [{ name: 'temperature', unit: '°C', direction: 'lower', combine: 'max' }] as const

/** The hottest sensor of the machine. */
export const temperature: TelemetrySource = {
  name: 'temperature',
  async open({ platform, root }) {
    if (platform !== 'linux')
      return { reason: `${platform} tells of temperatures only through programs of its own, mostly as administrator` }
    const [zones, monitors] = [join(root, 'sys/class/thermal'), join(root, 'sys/class/hwmon')]
    const sensors = [
      ...namesIn(zones).map((zone) => join(zones, zone, 'temp')),
      ...namesIn(monitors).flatMap((monitor) =>
        namesIn(join(monitors, monitor))
          .filter((name) => /^temp\d+_input$/.test(name))
          .map((name) => join(monitors, monitor, name)),
      ),
    ].filter((path) => readNumber(path) !== null)
    if (sensors.length === 0)
      return { reason: 'there is no sensor in /sys/class/thermal and /sys/class/hwmon, as in most virtual machines' }
    return {
      metrics,
      read() {
        // thousandths of a degree in both (Documentation/driver-api/thermal/sysfs-api.rst, Documentation/hwmon/sysfs-interface.rst)
        const degrees = sensors.flatMap((path) => readNumber(path) ?? []).map((thousandths) => thousandths / 1000)
        return degrees.length === 0 ? {} : { temperature: Math.max(...degrees) }
      },
    }
  },
}
