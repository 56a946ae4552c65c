"""Calls through LiteLLM and LangChain that are right, go elsewhere, or can't be judged."""

import litellm
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from litellm import completion, embedding

HI = [{"role": "user", "content": "hi"}]

completion("gpt-5.6-sol", HI)  # fine
completion(model="openai/gpt-5.6-sol", messages=HI, reasoning_effort="high")  # fine
completion(model="openai/responses/gpt-5.5-pro", messages=HI, reasoning_effort="high")  # fine
completion(model="gpt-6-sol", messages=HI, max_tokens=100, metadata={"who": "me"}, num_retries=3)  # fine
completion(model="anthropic/claude-sonnet-4", messages=HI, thinking={"type": "enabled"})  # fine
completion(model="azure/gpt-4-32k", messages=HI)  # fine
completion(model="sap/text-embedding-3-smal", messages=HI)  # fine
completion(model="gpt-4-32k", messages=HI, api_base="http://localhost")  # fine
completion(model="gpt-4-32k", messages=HI, mock_response="hello")  # fine
completion(model="gpt-5.6-sol", prompt_id="mine")  # fine
embedding(model="text-embedding-3-small", input=["hi"], dimensions=512)  # fine
litellm.Router(model_list=[]).completion(model="my-alias", messages=HI)  # fine
ChatOpenAI(model="gpt-5.6-sol")  # fine
ChatOpenAI(model="gpt-6-sol", temperature=0.2, reasoning_effort="none")  # fine
ChatOpenAI(model="gpt-4-32k", base_url="http://localhost")  # fine
AzureChatOpenAI(model="gpt-4-32k")  # fine
