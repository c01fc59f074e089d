// Everything above is only made; here it starts.
byId("no-script").remove();
for (const element of document.querySelectorAll("main > section[hidden], nav [hidden]")) element.hidden = false;
startMap();
startFindings();
startInventory();
startExpiry();

addEventListener("beforeprint", () => {
  view = { ...whole };
  show();
  openForPrint();
  listForPrint();
});
addEventListener("afterprint", () => turn(page));
