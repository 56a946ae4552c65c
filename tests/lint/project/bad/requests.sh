#!/bin/sh
curl -s https://api.openai.com/v1/chat/completions -d '{"model": "gpt-5.6-soll", "messages": [{"role": "user", "content": "hi"}]}' >out.json # wrong: REQ001
curl "https://api.openai.com/v1/responses" --json "{\"model\": \"gpt-5.6-sol\", \"input\": \"$TEXT\", \"temprature\": 1}" # wrong: REQ002
curl --request POST --url https://api.openai.com/v1/embeddings --data '
{
  "model": "text-embedding-3-small",
  "input": "hi",
  "user": "wrong: REQ008", "dimensions": 9999
}'
curl https://api.openai.com/v1/audio/transcriptions -F file=@a.wav -F model=gpt-transcribe -F response_format=vtt # wrong: REQ007
