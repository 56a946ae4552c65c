"""Calls that the API would refuse; each line that says `wrong` has to be flagged, and no other."""

from openai import AsyncOpenAI, OpenAI

from registry.typed import Gpt5ProReasoningEffort, Gpt5ProResponsesParams, Gpt51ChatParams, litellm, openai

HI = [{"role": "user", "content": "hi"}]
strict = openai(OpenAI())
lenient = openai(OpenAI(), lenient=True)
later = openai(AsyncOpenAI())
llm = litellm(object())
any_llm = litellm(object(), lenient=True)

# an effort that the model does not have
strict["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "low"})  # wrong
strict["gpt-5-pro-2025-10-06"].responses.create(input="hi", reasoning={"effort": "none"})  # wrong
strict["gpt-5"].responses.create(input="hi", reasoning={"effort": "none"})  # wrong
strict["gpt-5-mini"].chat.completions.create(messages=HI, reasoning_effort="none")  # wrong
strict["gpt-5.1"].responses.create(input="hi", reasoning={"effort": "minimal"})  # wrong
strict["gpt-5.1"].chat.completions.create(messages=HI, reasoning_effort="minimal")  # wrong
strict["gpt-5.1"].chat.completions.create(messages=HI, reasoning_effort="xhigh")  # wrong
strict["o3-mini"].chat.completions.create(messages=HI, reasoning_effort="minimal")  # wrong
strict["gpt-5.2-pro"].responses.create(input="hi", reasoning={"effort": "low"})  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, reasoning_effort="low")  # wrong
strict["gpt-4.1"].responses.create(input="hi", reasoning={"effort": "low"})  # wrong

# a value that no model has
strict["gpt-5"].responses.create(input="hi", reasoning={"effort": "lots"})  # wrong
strict["gpt-5"].responses.create(input="hi", truncation="sometimes")  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, service_tier="cheap")  # wrong
strict["gpt-5.4"].responses.create(input="hi", include=["everything"])  # wrong

# what reasoning models refuse
strict["gpt-5"].responses.create(input="hi", temperature=0.2)  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, temperature=0)  # wrong
strict["gpt-5-mini"].chat.completions.create(messages=HI, top_p=0.5)  # wrong
strict["o3"].chat.completions.create(messages=HI, presence_penalty=1)  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, logprobs=True)  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, max_tokens=100)  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, stop=["."])  # wrong
strict["o3"].chat.completions.create(messages=HI, stop="end")  # wrong
strict["o1"].chat.completions.create(messages=HI, max_tokens=100)  # wrong

# verbosity
strict["gpt-5-codex"].responses.create(input="hi", text={"verbosity": "low"})  # wrong
strict["gpt-5.1-codex"].responses.create(input="hi", text={"verbosity": "high"})  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, verbosity="low")  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, verbosity="huge")  # wrong

# typos
strict["gpt-5"].responses.create(input="hi", temprature=1)  # wrong
strict["gpt-5"].responses.create(input="hi", reasoning={"efort": "low"})  # wrong
strict["gpt-5"].chat.completions.create(mesages=HI)  # wrong
strict["gpt-5-prro"].responses.create(input="hi")  # wrong

# another endpoint's spelling
strict["gpt-5"].responses.create(input="hi", reasoning_effort="low")  # wrong
strict["gpt-5"].responses.create(messages=HI)  # wrong
strict["gpt-5"].responses.create(input="hi", max_tokens=100)  # wrong
strict["gpt-5"].chat.completions.create(messages=HI, reasoning={"effort": "low"})  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, text={"verbosity": "low"})  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, max_output_tokens=100)  # wrong

# another endpoint's model
strict["gpt-5-pro"].chat.completions.create(messages=HI)  # wrong
strict["gpt-5-codex"].chat.completions.create(messages=HI)  # wrong
strict["gpt-4o-search-preview"].responses.create(input="hi")  # wrong
strict["text-embedding-3-small"].chat.completions.create(messages=HI)  # wrong

# a value of another type, and what is missing
strict["gpt-4o"].chat.completions.create(messages="hi")  # wrong
strict["gpt-4o"].chat.completions.create(temperature=1)  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, temperature="0.2")  # wrong
strict["gpt-4o"].chat.completions.create(messages=HI, n=None, stream="yes")  # wrong
strict["gpt-4o"].responses.create(input=42)  # wrong

# lenient takes any name, and a known one no more leniently
lenient["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "low"})  # wrong
lenient["gpt-5"].chat.completions.create(messages=HI, temperature=0.2)  # wrong
lenient["gpt-5-pro"].chat.completions.create(messages=HI)  # wrong

# async
later["gpt-5-pro"].responses.create(input="hi", reasoning={"effort": "medium"})  # wrong

# litellm
llm["openai/gpt-5-pro"].completion(messages=HI, reasoning_effort="low")  # wrong
llm["openai/responses/gpt-5-pro"].completion(messages=HI, reasoning_effort="minimal")  # wrong
llm["gpt-5.1"].completion(messages=HI, reasoning_effort="minimal")  # wrong
llm["gpt-5-codex"].responses(input="hi", text={"verbosity": "low"})  # wrong
llm["openai/gpt-5"].completion(messages=HI, temperature=0.2)  # wrong
llm["openai/gpt-55"].completion(messages=HI)  # wrong
any_llm["gpt-5-mini"].acompletion(messages=HI, reasoning_effort="none")  # wrong

# by annotation
body: Gpt5ProResponsesParams = {"input": "hi", "reasoning": {"effort": "low"}}  # wrong
chat: Gpt51ChatParams = {"messages": HI, "reasoning_effort": "minimal"}  # wrong
effort: Gpt5ProReasoningEffort = "low"  # wrong
