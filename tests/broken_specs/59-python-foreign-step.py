from archgen import Calls, Client, Design, Service, Step, Walkthrough

app, api = Client("App"), Service("API")
call, other = Calls(app, api), Calls(app, api)
design = Design(
    "Chat",
    [call],
    walkthroughs=[Walkthrough("Send", [Step(call), Step(other)])],
)
