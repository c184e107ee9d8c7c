/** Status and code of an answer, as one word: `409 quota_reached`. */
export async function say(sent: Promise<Response>): Promise<string> {
  const response = await sent;
  const { code } = (await response.json()) as { code?: string };
  return response.status === 200 ? '200' : `${response.status} ${code}`;
}
