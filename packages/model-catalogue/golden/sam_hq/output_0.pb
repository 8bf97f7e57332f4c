B
iou_scoresJğ¡„?À½?èSç½