import { getBackend } from '../dist/index.js'
import { decodeTensorFile, toNumbers } from '../../onnx-graph/dist/index.js'
import { readFileSync, readdirSync } from 'node:fs'
const B=getBackend('reference')
const D='/work/shared/models/onnx-light/'
for (const c of readdirSync(D).filter(f=>f.endsWith('.onnx')&&f.includes(process.argv[2]??''))) {
  try {
  const t0=performance.now()
  await using ses = await B.open({path: D+c})
  const t1=performance.now()
  const feeds={}
  for (const v of ses.inputs) { const dims=v.value.dims.map(d=>typeof d==='string'?1:d); const n=dims.reduce((a,b)=>a*b,1); feeds[v.name]={type:'float32',dims,data:Float32Array.from({length:n},(_,i)=>i/n)} }
  const r=await ses.run(feeds)
  const t2=performance.now()
  const e=decodeTensorFile(readFileSync(D+c.replace('.onnx','_output_0.pb')))
  const g=r[ses.outputs[0].name]
  const en=toNumbers(e), gn=toNumbers(g); let w=0
  for (let k=0;k<en.length;k++) w=Math.max(w,Math.abs(en[k]-gn[k])/(1e-5+1e-3*Math.abs(en[k])))
  console.log(c, g.dims+'', e.dims+'', 'worst/tol', w, 'open',(t1-t0)|0,'run',(t2-t1)|0, 'rss', process.memoryUsage().rss>>20, ses.fallbackNodes.length)
  } catch(e) { console.log(c, e.stack.slice(0,600)) }
}
