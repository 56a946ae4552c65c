#!/bin/sh
# curl https://api.openai.com/v1/responses -d '{"model": "gpt-4-32k", "input": "hi"}'
curl https://api.openai.com/v1/responses -d "{\"model\": \"$MODEL\", \"input\": \"fine\"}"
curl https://api.openai.com/v1/embeddings --json '{"model": "text-embedding-3-small", "input": "fine", "dimensions": 512}'
curl https://api.openai.com/v1/audio/transcriptions -F file=@fine.wav -F model=gpt-transcribe -F temperature=0.5
