"""Models of LangChain, each with one mistake."""

from langchain_openai import ChatOpenAI
from langchain_openai.chat_models import ChatOpenAI as Chat

ChatOpenAI(model="gpt-5.6-soll")  # wrong: REQ001
ChatOpenAI(model_name="gpt-5.6-sol", reasoning_effort="ultra")  # wrong: REQ007
Chat(model="gpt-6.1-sol", reasoning={"effort": "none"})  # wrong: REQ007
Chat(model="gpt-5.6-sol", verbosity="loud")  # wrong: REQ007
