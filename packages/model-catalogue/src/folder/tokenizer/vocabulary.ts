/** Pieces that the tiny vocabularies are made of: all of ASCII's letters, digits and common marks, then frequent English pieces. */
export const lowercase = 'abcdefghijklmnopqrstuvwxyz'.split('')
export const uppercase = lowercase.map((letter) => letter.toUpperCase())
export const digits = '0123456789'.split('')
export const marks = ".,!?'-:;".split('')

/** Whole words for WordPiece, most frequent first. */
export const words =
  'the of and to in is it that for was on with as are be at this have from or by not but what all were when we you can an your which their if will how said do each she he his her out up so hello world model test'.split(
    ' ',
  )

export const wordEndings = ['##ing', '##ed', '##er', '##ly', '##es', '##ion']

/** Pairs that byte-pair encodings merge, in order of rank; `_` stands for the algorithm's mark of a space. */
export const mergePairs =
  '_ t,h e,i n,_ a,r e,_t he,o n,e r,_ s,a t,o r,_ w,e n,n d,_ o,i t,e s,i s,_ b,o u,_ c,_ h,_ f,in g,l l,_ m,e d,_o f,_ p,_a nd,_t o,_ d,_ i,a l,a n,_ l,o m,a r,_i n,e l,_ n,_w h,i c,_ g,s t,v e,u t,i l,g h,a d,u r,c h,a m,l y,e t,i d,_ l,_ r,_ e,_ u'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])

/** Printable ASCII, space excluded, in the order of its codes. */
export const printableAscii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
