B
iou_scoresJp	Ø½/‹?p*?