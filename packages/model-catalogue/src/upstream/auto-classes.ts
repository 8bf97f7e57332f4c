/** An auto class of upstream's, the task that it is for, and the table that it looks types up in. */
export interface AutoClass {
  readonly auto: string
  readonly task: string
  readonly mapping: string
}

const row = (auto: string, task: string, mapping: string): AutoClass => ({ auto, task, mapping: `${mapping}_MAPPING_NAMES` })

/** In the order in which a type's heads are listed. */
export const autoClasses: readonly AutoClass[] = [
  row('AutoModel', 'feature-extraction', 'MODEL'),
  row('AutoModelForPreTraining', 'pretraining', 'MODEL_FOR_PRETRAINING'),
  row('AutoModelForCausalLM', 'text-generation', 'MODEL_FOR_CAUSAL_LM'),
  row('AutoModelForMaskedLM', 'fill-mask', 'MODEL_FOR_MASKED_LM'),
  row('AutoModelForSeq2SeqLM', 'text2text-generation', 'MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM'),
  row('AutoModelForSequenceClassification', 'text-classification', 'MODEL_FOR_SEQUENCE_CLASSIFICATION'),
  row('AutoModelForQuestionAnswering', 'question-answering', 'MODEL_FOR_QUESTION_ANSWERING'),
  row('AutoModelForTokenClassification', 'token-classification', 'MODEL_FOR_TOKEN_CLASSIFICATION'),
  row('AutoModelForMultipleChoice', 'multiple-choice', 'MODEL_FOR_MULTIPLE_CHOICE'),
  row('AutoModelForNextSentencePrediction', 'next-sentence-prediction', 'MODEL_FOR_NEXT_SENTENCE_PREDICTION'),
  row('AutoModelForTableQuestionAnswering', 'table-question-answering', 'MODEL_FOR_TABLE_QUESTION_ANSWERING'),
  row('AutoModelForVisualQuestionAnswering', 'visual-question-answering', 'MODEL_FOR_VISUAL_QUESTION_ANSWERING'),
  row('AutoModelForDocumentQuestionAnswering', 'document-question-answering', 'MODEL_FOR_DOCUMENT_QUESTION_ANSWERING'),
  row('AutoModelForImageTextToText', 'image-text-to-text', 'MODEL_FOR_IMAGE_TEXT_TO_TEXT'),
  row('AutoModelForMultimodalLM', 'any-to-any', 'MODEL_FOR_MULTIMODAL_LM'),
  row('AutoModelForTextEncoding', 'text-encoding', 'MODEL_FOR_TEXT_ENCODING'),
  row('AutoModelForRetrieval', 'retrieval', 'MODEL_FOR_RETRIEVAL'),
  row('AutoModelForImage', 'image-feature-extraction', 'MODEL_FOR_IMAGE'),
  row('AutoModelForImageClassification', 'image-classification', 'MODEL_FOR_IMAGE_CLASSIFICATION'),
  row('AutoModelForZeroShotImageClassification', 'zero-shot-image-classification', 'MODEL_FOR_ZERO_SHOT_IMAGE_CLASSIFICATION'),
  row('AutoModelForImageSegmentation', 'image-segmentation', 'MODEL_FOR_IMAGE_SEGMENTATION'),
  row('AutoModelForSemanticSegmentation', 'image-segmentation', 'MODEL_FOR_SEMANTIC_SEGMENTATION'),
  row('AutoModelForInstanceSegmentation', 'image-segmentation', 'MODEL_FOR_INSTANCE_SEGMENTATION'),
  row('AutoModelForUniversalSegmentation', 'image-segmentation', 'MODEL_FOR_UNIVERSAL_SEGMENTATION'),
  row('AutoModelForObjectDetection', 'object-detection', 'MODEL_FOR_OBJECT_DETECTION'),
  row('AutoModelForZeroShotObjectDetection', 'zero-shot-object-detection', 'MODEL_FOR_ZERO_SHOT_OBJECT_DETECTION'),
  row('AutoModelForDepthEstimation', 'depth-estimation', 'MODEL_FOR_DEPTH_ESTIMATION'),
  row('AutoModelForMaskGeneration', 'mask-generation', 'MODEL_FOR_MASK_GENERATION'),
  row('AutoModelForKeypointDetection', 'keypoint-detection', 'MODEL_FOR_KEYPOINT_DETECTION'),
  row('AutoModelForKeypointMatching', 'keypoint-matching', 'MODEL_FOR_KEYPOINT_MATCHING'),
  row('AutoModelForVideoClassification', 'video-classification', 'MODEL_FOR_VIDEO_CLASSIFICATION'),
  row('AutoModelForMaskedImageModeling', 'masked-image-modeling', 'MODEL_FOR_MASKED_IMAGE_MODELING'),
  row('AutoModelForCausalImageModeling', 'causal-image-modeling', 'MODEL_FOR_CAUSAL_IMAGE_MODELING'),
  row('AutoModelForImageToImage', 'image-to-image', 'MODEL_FOR_IMAGE_TO_IMAGE'),
  row('AutoModelForTextRecognition', 'text-recognition', 'MODEL_FOR_TEXT_RECOGNITION'),
  row('AutoModelForTableRecognition', 'table-recognition', 'MODEL_FOR_TABLE_RECOGNITION'),
  row('AutoBackbone', 'backbone', 'MODEL_FOR_BACKBONE'),
  row('AutoModelForCTC', 'automatic-speech-recognition', 'MODEL_FOR_CTC'),
  row('AutoModelForSpeechSeq2Seq', 'automatic-speech-recognition', 'MODEL_FOR_SPEECH_SEQ_2_SEQ'),
  row('AutoModelForAudioClassification', 'audio-classification', 'MODEL_FOR_AUDIO_CLASSIFICATION'),
  row('AutoModelForAudioFrameClassification', 'audio-frame-classification', 'MODEL_FOR_AUDIO_FRAME_CLASSIFICATION'),
  row('AutoModelForAudioXVector', 'audio-xvector', 'MODEL_FOR_AUDIO_XVECTOR'),
  row('AutoModelForAudioTokenization', 'audio-tokenization', 'MODEL_FOR_AUDIO_TOKENIZATION'),
  row('AutoModelForTextToSpectrogram', 'text-to-audio', 'MODEL_FOR_TEXT_TO_SPECTROGRAM'),
  row('AutoModelForTextToWaveform', 'text-to-audio', 'MODEL_FOR_TEXT_TO_WAVEFORM'),
  row('AutoModelForTimeSeriesClassification', 'time-series-classification', 'MODEL_FOR_TIME_SERIES_CLASSIFICATION'),
  row('AutoModelForTimeSeriesRegression', 'time-series-regression', 'MODEL_FOR_TIME_SERIES_REGRESSION'),
  row('AutoModelForTimeSeriesPrediction', 'time-series-prediction', 'MODEL_FOR_TIME_SERIES_PREDICTION'),
]
