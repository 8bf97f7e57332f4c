import { getBackend } from '../dist/index.js'
import { decodeTensorFile, toNumbers } from '../../onnx-graph/dist/index.js'
import { readFileSync, readdirSync } from 'node:fs'
const B=getBackend('reference')
let pass=0, all=0
for (const s of process.argv.slice(2)) { const D='/work/shared/models/'+s+'/'
for (const c of readdirSync(D)) {
  all++
  let why=null, fb=''
  try {
    await using ses = await B.open({path: D+c+'/model.onnx'})
    fb = ses.fallbackNodes.map(n=>n.operator+': '+n.reason).join()
    for (const set of readdirSync(D+c).filter(x=>x.startsWith('test_data_set'))) {
      const rd=(p)=>decodeTensorFile(readFileSync(D+c+'/'+set+'/'+p))
      const files=readdirSync(D+c+'/'+set)
      const ins=files.filter(f=>f.startsWith('input_')).sort((a,b)=>parseInt(a.slice(6))-parseInt(b.slice(6))).map(rd)
      const outs=files.filter(f=>f.startsWith('output_')).sort((a,b)=>parseInt(a.slice(7))-parseInt(b.slice(7))).map(rd)
      const feeds={}; ses.inputs.forEach((v,i)=>{feeds[v.name]=ins[i]})
      const r=await ses.run(feeds)
      ses.outputs.forEach((v,i)=>{ const e=outs[i], g=r[v.name]
        if (e.type!==g.type) why='type '+e.type+' '+g.type
        else if (''+e.dims!==''+g.dims) why='dims '+e.dims+' / '+g.dims
        else if (e.type==='string') { if (JSON.stringify(e.data)!==JSON.stringify(g.data)) why='strings '+JSON.stringify(g.data) }
        else { const en=toNumbers(e), gn=toNumbers(g); let worst=0; for (let k=0;k<en.length;k++){ const d=Math.abs(en[k]-gn[k]); if (!(d<=1e-5+1e-3*Math.abs(en[k]))&&!Object.is(en[k],gn[k])) why='numbers '+v.name+' at '+k+' '+en[k]+' vs '+gn[k] } }
      })
    }
  } catch(e) { why=(e.stack||e.message).split('\n').slice(0,7).join(' | ') }
  if (why) console.log(c, why, fb); else pass++
} }
console.log(pass,'/',all)
